package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.execution.Execution;
import interleave.execution.Tally;
import interleave.execution.Workloads;
import interleave.metric.Load;
import interleave.metric.RunSpec;
import interleave.metric.Ticker;
import interleave.metric.Workload;
import interleave.metric.WorkloadInfo;
import interleave.task.Setup;
import interleave.task.Unable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every workload of the catalogue. */
@Timeout(20)
class CatalogueTest {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final List<String> NAMES = List.of("task", "pool-", "single", "event-loop", "stealing-", "plan");

    private final BlockingQueue<Throwable> broken = new ArrayBlockingQueue<>(100);

    @AutoClose
    private Service service;

    static Stream<Workload> workloads() {
        return Workloads.all(2).stream()
                .filter(info -> info.unavailable().isEmpty())
                .map(WorkloadInfo::workload);
    }

    /** The JDK keeps one socket open for itself from the first one that is closed. */
    @BeforeAll
    static void warmUp() throws IOException {
        SocketChannel.open().close();
    }

    @BeforeEach
    void open() throws Unable {
        service = Service.open(TimeUnit.MILLISECONDS.toNanos(2), broken::offer);
    }

    private Execution start(Workload workload, int concurrency, int port) throws Exception {
        Execution execution = Execution.start(
                RunSpec.of(workload, new Load.Closed(1)), new Setup(2, port), Ticker.SYSTEM, broken::offer);
        execution.change(new Load.Closed(concurrency));
        return execution;
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void keepsTheContract(Workload workload) throws Exception {
        long socketsBefore = sockets();
        try (Execution execution = start(workload, 4, service.port())) {
            assertTrue(execution.tally().first().await(SOON.toMillis(), TimeUnit.MILLISECONDS), "no first task");
            Await.until("counters grow", SOON, () -> execution.tally().counts().verified() > 50);

            execution.change(new Load.Closed(16));
            assertEquals(16, execution.inFlight());
            execution.change(new Load.Closed(2));
            Await.until("fewer in flight", SOON, () -> execution.inFlight() == 2);
            assertEquals(16, execution.inFlightPeak());

            long before = System.nanoTime();
            execution.stop(Duration.ofSeconds(1));
            assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(1), "slow to stop");
            assertAddsUp(execution.tally().counts());
            assertEquals(0, execution.inFlight());
        }
        Await.until("no thread left", SOON, () -> threads().isEmpty());
        Await.until("no socket left", SOON, () -> sockets() <= socketsBefore);
        assertEquals(List.of(), List.copyOf(broken));
    }

    private static void assertAddsUp(Tally.Counts counts) {
        assertEquals(counts.started(), counts.completed() + counts.failed() + counts.cancelled(), counts.toString());
        assertEquals(counts.completed(), counts.verified());
        assertEquals(0, counts.failed());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void endsWhatIsUnderWayWhenPatienceIsOver(Workload workload) throws Exception {
        try (Service slow = Service.open(TimeUnit.MINUTES.toNanos(1), broken::offer)) {
            Execution execution = start(workload, 3, slow.port());
            Await.until("started", SOON, () -> execution.tally().counts().started() >= 1);
            execution.close();
            Tally.Counts counts = execution.counts();
            assertEquals(counts.started(), counts.completed() + counts.cancelled(), counts.toString());
            Await.until("no thread left", SOON, () -> threads().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aServiceThatIsNotThereIsNamed(Workload workload) throws Exception {
        int port = service.port();
        service.close();
        if (!workload.task().equals("http")) return;
        try (Execution execution = start(workload, 2, port)) {
            String words = broken.poll(3, TimeUnit.SECONDS).getMessage();
            assertTrue(words.contains("127.0.0.1:" + port) && words.contains("refused"), words);
            assertEquals(0, execution.tally().counts().completed());
        }
    }

    @Test
    void connectionsAreUsedAgain() throws Exception {
        for (String model : List.of("event-loop", "virtual", "threads", "pool"))
            try (Execution execution = start(new Workload("http", model), 8, service.port())) {
                Await.until("many tasks", SOON, () -> execution.tally().counts().completed() > 200);
                assertTrue(execution.extra().get("connections_opened") <= 8, model + " " + execution.extra());
            }
    }

    @Test
    void whatDoesNotExistIsRefused() {
        Unable why = org.junit.jupiter.api.Assertions.assertThrows(
                Unable.class, () -> start(new Workload("http", "hope"), 1, service.port()));
        assertTrue(why.getMessage().contains("http/hope"), why.getMessage());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> NAMES.stream().anyMatch(name::startsWith))
                .toList();
    }

    private static long sockets() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(CatalogueTest::isSocket).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }
}
