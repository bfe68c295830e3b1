package interleave.supervisor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import interleave.metric.Ticker;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.run.SampleField;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The supervisor over real processes, each of which is a {@link FakeWorker}. */
class SupervisorTest {
    private static final Workload IMAGE = new Workload("image", "pool");
    private static final Load FOUR = new Load.Closed(4);

    @TempDir
    Path temp;

    private final BlockingQueue<RunEvent> news = new LinkedBlockingQueue<>();
    private final List<Supervisor> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Supervisor::close);
    }

    private Supervisor supervisor(ChildProcess.Starter starter) {
        Supervisor supervisor = new Supervisor(
                Launch.likeThis(Duration.ZERO),
                starter,
                new ChildLogs(temp.resolve("logs")),
                workload -> false,
                Ticker.SYSTEM,
                news::add);
        open.add(supervisor);
        return supervisor;
    }

    private static ChildProcess worker(String mode) throws IOException {
        return ChildProcess.start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeWorker.class.getName(),
                mode));
    }

    private <T extends RunEvent> T await(Class<T> type, Predicate<T> wanted) throws InterruptedException {
        List<RunEvent> seen = new ArrayList<>();
        while (true) {
            RunEvent event = news.poll(20, SECONDS);
            if (event == null) fail("not posted; but " + seen);
            seen.add(event);
            if (type.isInstance(event) && wanted.test(type.cast(event))) return type.cast(event);
        }
    }

    private RunStatus await(Phase phase) throws InterruptedException {
        return await(RunEvent.Changed.class, event -> event.status().phase() == phase)
                .status();
    }

    private static boolean alive(RunStatus status) {
        return ProcessHandle.of(status.pid().orElseThrow())
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        crash  | exit 1: Exception in thread "main" java.lang.IllegalStateException: crashed as ordered
        memory | exit 1: Exception in thread "main" java.lang.OutOfMemoryError: Java heap space
        """)
    void whatEndsByItselfIsToldWithItsLastWordsAndItsLog(String mode, String reason) throws Exception {
        supervisor(command -> worker(mode)).start(RunSpec.of(IMAGE, FOUR));
        RunStatus failed = await(Phase.FAILED);
        assertEquals(Optional.of(reason), failed.reason());
        Path log = Path.of(failed.log().orElseThrow());
        assertEquals(temp.resolve("logs/image-pool-" + failed.pid().orElseThrow() + ".log"), log);
        assertTrue(Files.readString(log).startsWith(reason.substring(8)), () -> log.toString());
    }

    @Test
    void whatIsPrintedAmongMessagesGoesToTheLogAndTheRunGoesOn() throws Exception {
        supervisor(command -> worker("babble")).start(RunSpec.of(IMAGE, FOUR));
        Path log = Path.of(
                await(RunEvent.Changed.class, event -> event.status().log().isPresent())
                        .status()
                        .log()
                        .orElseThrow());
        await(RunEvent.Reported.class, event -> event.frame().of(SampleField.COMPLETED) == 7);
        assertEquals(100, Files.readAllLines(log).size());
    }

    @Test
    void aMessageThatCannotBeReadEndsItsRun() throws Exception {
        supervisor(command -> worker("garble")).start(RunSpec.of(IMAGE, FOUR));
        RunStatus failed = await(Phase.FAILED);
        String reason = failed.reason().orElseThrow();
        assertTrue(
                reason.startsWith("sent a message that cannot be read: not a JSON object: {\"type\":\"frame\""),
                reason);
        open.getFirst().close();
        assertFalse(alive(failed));
    }

    @Test
    void aKilledRunIsToldWithItsSignalAndCanBeStartedAgain() throws Exception {
        Supervisor supervisor = supervisor(command -> worker("hang"));
        RunId first = supervisor.start(RunSpec.of(IMAGE, FOUR));
        ProcessHandle.of(await(Phase.RUNNING).pid().orElseThrow()).orElseThrow().destroyForcibly();
        assertEquals(Optional.of("killed by signal 9"), await(Phase.FAILED).reason());
        RunId second = supervisor.start(RunSpec.of(IMAGE, FOUR));
        assertEquals(second, await(Phase.RUNNING).id());
        assertFalse(first.equals(second));
    }

    @Test
    void oneThatHangsFallsSilentAndIsKilledWhenItIgnoresStop() throws Exception {
        Supervisor supervisor = supervisor(command -> worker("hang"));
        RunId id = supervisor.start(RunSpec.of(IMAGE, FOUR));
        await(Phase.RUNNING);
        RunStatus silent = await(Phase.SILENT);
        supervisor.stop(id);
        RunStatus failed = await(Phase.FAILED);
        long waited = failed.sinceNanos() - silent.sinceNanos();
        assertEquals(Optional.of("did not end when it was told to, and was killed"), failed.reason());
        assertTrue(waited >= Patience.STOP_OF_SILENT && waited < Patience.STOP, () -> "killed after " + waited + " ns");
    }

    @Test
    void whoGetsReadyStartsNothing() throws Exception {
        List<List<String>> started = new CopyOnWriteArrayList<>();
        Supervisor supervisor = supervisor(command -> {
            started.add(command);
            return worker("stop");
        });
        supervisor.prepare();
        supervisor.start(RunSpec.of(IMAGE, FOUR));
        await(Phase.RUNNING);
        assertEquals(1, started.size());
    }

    @Test
    void oneThatStopsEnds() throws Exception {
        Supervisor supervisor = supervisor(command -> worker("stop"));
        RunId id = supervisor.start(RunSpec.of(IMAGE, FOUR));
        await(Phase.RUNNING);
        supervisor.stop(id);
        RunStatus ended = await(Phase.ENDED);
        assertEquals(Optional.empty(), ended.reason());
        assertEquals(Optional.empty(), ended.log());
        assertFalse(Files.exists(temp.resolve("logs")));
    }

    @Test
    void closeEndsThemAllTheUnwillingByForce() throws Exception {
        Supervisor willing = supervisor(command -> worker("obey"));
        Supervisor unwilling = supervisor(command -> worker("hang"));
        willing.start(RunSpec.of(IMAGE, FOUR));
        RunStatus one = await(Phase.RUNNING);
        unwilling.start(RunSpec.of(IMAGE, FOUR));
        RunStatus two = await(Phase.RUNNING);
        willing.close();
        unwilling.close();
        unwilling.close();
        assertFalse(alive(one));
        assertFalse(alive(two));
    }

    @Test
    void aStartThatFailsIsToldInWords() throws Exception {
        supervisor(command -> {
                    throw FakeChild.refused();
                })
                .start(RunSpec.of(IMAGE, FOUR));
        String reason = await(Phase.FAILED).reason().orElseThrow();
        assertTrue(reason.startsWith("could not be started: "), reason);
        assertTrue(
                reason.endsWith("no limit on threads is near now: memory may be short (ulimit -v, vm.max_map_count)"),
                reason);
    }

    /** As where a class cannot be loaded any more since its jar has gone, or a limit speaks in a way of its own. */
    @Test
    void whateverGoesWrongAtAStartIsTheFailureOfThatRunAlone() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        Supervisor supervisor = supervisor(command -> {
            switch (starts.getAndIncrement()) {
                case 0 -> throw new NoClassDefFoundError("java/lang/ProcessImpl");
                case 1 -> throw new IllegalStateException("no start");
                default -> {
                    return worker("obey");
                }
            }
        });
        supervisor.start(RunSpec.of(IMAGE, FOUR));
        assertEquals(
                "could not be started: unexpected (NoClassDefFoundError)",
                await(Phase.FAILED).reason().orElseThrow());
        supervisor.start(RunSpec.of(IMAGE, FOUR));
        assertEquals(
                "could not be started: unexpected (IllegalStateException)",
                await(Phase.FAILED).reason().orElseThrow());
        RunId third = supervisor.start(RunSpec.of(IMAGE, FOUR));
        assertEquals(third, await(Phase.RUNNING).id());
    }

    @Test
    void oneThatWasClosedIsForgotten() {
        WeakReference<Supervisor> closed = closed();
        for (int i = 0; i < 100 && closed.get() != null; i++) System.gc();
        assertNull(closed.get(), "kept by the end of this JVM");
    }

    private static WeakReference<Supervisor> closed() {
        Supervisor supervisor = Supervisor.open(Launch.likeThis(Duration.ZERO), workload -> false, event -> {});
        supervisor.close();
        return new WeakReference<>(supervisor);
    }

    @Test
    void aLogThatCannotBeWrittenIsNotedOnceAndTheRunGoesOn() throws Exception {
        Files.createFile(temp.resolve("logs"));
        supervisor(command -> worker("crash")).start(RunSpec.of(IMAGE, FOUR));
        RunEvent.Noted noted = await(RunEvent.Noted.class, event -> true);
        assertTrue(noted.words().startsWith("no log of its words: "), noted::toString);
        assertTrue(noted.words().endsWith(": " + temp.resolve("logs") + "; XDG_STATE_HOME moves it"), noted::toString);
        RunStatus failed = await(Phase.FAILED);
        assertTrue(failed.reason().orElseThrow().contains("crashed as ordered"), failed::toString);
        assertEquals(Optional.empty(), failed.log());
    }
}
