package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus.Phase;
import interleave.spec.RunSpec;
import interleave.wire.Message;
import interleave.wire.Order;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunsTest extends RunsFixture {
    @Test
    void aRunLivesFromStartToEnd() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        assertPhase(Phase.STARTING, FIRST);
        assertEquals(OptionalLong.of(1001), status(FIRST).pid());
        assertEquals(
                line(new Order.Start(RunSpec.of(IMAGE, FOUR), 0)),
                children.get(FIRST).ordersSoFar());

        runs.said(FIRST, NO_TASK_YET);
        assertPhase(Phase.STARTING, FIRST);
        runs.said(FIRST, TASKS);
        assertPhase(Phase.RUNNING, FIRST);

        runs.change(FIRST, EIGHT);
        assertEquals(EIGHT, status(FIRST).load());
        runs.stop(FIRST);
        assertPhase(Phase.STOPPING, FIRST);
        assertTrue(children.get(FIRST).ordersSoFar().endsWith(line(new Order.Change(EIGHT)) + line(new Order.Stop())));

        runs.said(FIRST, TASKS);
        assertPhase(Phase.STOPPING, FIRST);
        runs.exited(FIRST, 0, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
        assertEquals(
                2,
                news.stream()
                        .filter(event -> event.equals(new RunEvent.Reported(FIRST, ((Message.Report) TASKS).frame())))
                        .count());
        assertTrue(runs.nextDeadline().isEmpty());
    }

    @Test
    void aSilentRunComesBackAndHearsOfTheNewestLoad() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(FIRST, TASKS);
        pass(Duration.ofMillis(1999));
        assertPhase(Phase.RUNNING, FIRST);
        assertEquals(OptionalLong.of(1_000_000), runs.nextDeadline());
        pass(Duration.ofMillis(1));
        assertPhase(Phase.SILENT, FIRST);
        assertTrue(runs.nextDeadline().isEmpty());

        String before = children.get(FIRST).ordersSoFar();
        runs.change(FIRST, EIGHT);
        runs.change(FIRST, FOUR);
        assertEquals(before, children.get(FIRST).ordersSoFar());
        runs.said(FIRST, TASKS);
        assertPhase(Phase.RUNNING, FIRST);
        assertEquals(before + line(new Order.Change(FOUR)), children.get(FIRST).ordersSoFar());
    }

    @Test
    void aRunThatIgnoresStopIsKilled() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(FIRST, NO_TASK_YET);
        runs.stop(FIRST);
        pass(Duration.ofNanos(Patience.STOP - 1_000_000));
        assertFalse(children.get(FIRST).killed);
        pass(Duration.ofMillis(1));
        assertTrue(children.get(FIRST).killed);
        assertFailed("did not end when it was told to, and was killed", FIRST);
        runs.exited(FIRST, 137, Optional.empty());
        assertFailed("did not end when it was told to, and was killed", FIRST);
    }

    /** A JVM that still starts would be some seconds from reading an order to stop. */
    @Test
    void aRunThatHasSaidNothingYetIsEndedByTheEndOfItsInput() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.stop(FIRST);
        assertTrue(children.get(FIRST).inputEnded);
        pass(Duration.ofNanos(Patience.CLOSE));
        assertTrue(children.get(FIRST).killed);
        runs.exited(FIRST, 137, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
    }

    /** Twenty thousand threads take their time to end. */
    @Test
    void aRunThatHasSaidItsLastIsKilledWithoutAFailure() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(FIRST, NO_TASK_YET);
        runs.stop(FIRST);
        runs.said(FIRST, TASKS);
        assertFalse(children.get(FIRST).killed);
        runs.saidAll(FIRST);
        pass(Duration.ofNanos(Patience.GONE));
        assertTrue(children.get(FIRST).killed);
        assertPhase(Phase.STOPPING, FIRST);
        assertTrue(runs.nextDeadline().isEmpty());
        runs.exited(FIRST, 137, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
    }

    @Test
    void aRunThatDiesWhenToldToStopHasFailed() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(FIRST, NO_TASK_YET);
        runs.stop(FIRST);
        runs.saidAll(FIRST);
        runs.exited(FIRST, 134, Optional.empty());
        assertFailed("killed by signal 6", FIRST);
    }

    @Test
    void aRunThatSaysNothingMoreUnaskedIsNotKilledForThat() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.saidAll(FIRST);
        pass(Duration.ofSeconds(1));
        assertFalse(children.get(FIRST).killed);
        runs.exited(FIRST, 0, Optional.empty());
        assertFailed("ended by itself, exit 0", FIRST);
    }

    /** The service has nothing to say when it ends: it is the end of its input that ends it. */
    @Test
    void aServiceThatStaysIsKilledWithoutAFailure() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.stop(FIRST);
        runs.exited(FIRST, 0, Optional.empty());
        pass(Duration.ofNanos(Patience.CLOSE));
        assertTrue(children.get(SERVICE).killed);
        runs.exited(SERVICE, 137, Optional.empty());
        assertPhase(Phase.ENDED, SERVICE);
    }

    @Test
    void aCrashIsToldWithStatusAndLastWords() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.exited(FIRST, 1, Optional.of("java.lang.Error: \u001b[31moh"));
        assertFailed("exit 1: java.lang.Error: [31moh", FIRST);

        runs.start(SECOND, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.exited(SECOND, 137, Optional.empty());
        assertFailed("killed by signal 9", SECOND);

        RunId third = new RunId(3);
        runs.start(third, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.exited(third, 255, Optional.empty());
        assertFailed("exit 255", third);
    }

    @Test
    void anEndThatNobodyAskedForIsAFailure() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.exited(FIRST, 0, Optional.empty());
        assertFailed("ended by itself, exit 0", FIRST);
    }

    @Test
    void whatCannotBeReadAndFaultsEndARun() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.garbled(FIRST, "\u0007hello " + "x".repeat(200));
        assertFailed("sent a message that cannot be read: hello " + "x".repeat(71) + "...", FIRST);
        assertTrue(children.get(FIRST).killed);

        runs.start(SECOND, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(SECOND, new Message.Fault("no task is called image"));
        assertFailed("no task is called image", SECOND);
        runs.said(SECOND, TASKS);
        runs.exited(SECOND, 1, Optional.empty());
        assertFailed("no task is called image", SECOND);
    }

    @Test
    void aStartThatFailsIsToldAndCanBeTriedAgain() {
        refused.add("interleave.worker.WorkerMain");
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        assertFailed(
                "could not be started: java: Resource temporarily unavailable;"
                        + " no limit on threads is near now: memory may be short (ulimit -v, vm.max_map_count)",
                FIRST);
        refused.clear();
        runs.start(SECOND, RunSpec.of(IMAGE, FOUR), Optional.empty());
        assertPhase(Phase.STARTING, SECOND);
    }

    @Test
    void theServiceStartsWithTheFirstThatNeedsItAndEndsWithTheLast() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.start(SECOND, RunSpec.of(HTTP, FOUR), Optional.empty());
        assertEquals(3, children.size());
        assertTrue(status(SERVICE).service());
        assertEquals(List.of("--latency-ms", "20"), tail(children.get(SERVICE).command));
        assertEquals("", children.get(FIRST).ordersSoFar());

        runs.said(SERVICE, new Message.Hello(5, 4321, "epoll"));
        assertPhase(Phase.RUNNING, SERVICE);
        assertEquals(
                line(new Order.Start(RunSpec.of(HTTP, FOUR), 4321)),
                children.get(FIRST).ordersSoFar());
        assertEquals(
                line(new Order.Start(RunSpec.of(HTTP, FOUR), 4321)),
                children.get(SECOND).ordersSoFar());

        runs.stop(FIRST);
        runs.exited(FIRST, 0, Optional.empty());
        assertFalse(children.get(SERVICE).inputEnded);
        runs.exited(SECOND, 1, Optional.empty());
        assertTrue(children.get(SERVICE).inputEnded);
        assertPhase(Phase.STOPPING, SERVICE);
        runs.exited(SERVICE, 0, Optional.empty());
        assertPhase(Phase.ENDED, SERVICE);
    }

    private static List<String> tail(List<String> command) {
        return command.subList(command.size() - 2, command.size());
    }

    @Test
    void aNewServiceStartsWhileTheOldOneEnds() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.said(SERVICE, new Message.Hello(5, 4321, "epoll"));
        runs.stop(FIRST);
        runs.exited(FIRST, 0, Optional.empty());
        runs.start(SECOND, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.exited(SERVICE, 0, Optional.empty());
        assertEquals("", children.get(SECOND).ordersSoFar());
        runs.said(new RunId(102), new Message.Hello(6, 999, "epoll"));
        assertEquals(
                line(new Order.Start(RunSpec.of(HTTP, FOUR), 999)),
                children.get(SECOND).ordersSoFar());
    }

    @Test
    void whenTheServiceDiesTheRunsThatNeedItFail() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.start(SECOND, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.said(SECOND, TASKS);
        runs.exited(SERVICE, 1, Optional.of("no free port"));
        assertFailed("the HTTP service: exit 1: no free port", FIRST);
        assertTrue(children.get(FIRST).killed);
        assertPhase(Phase.RUNNING, SECOND);
    }

    @Test
    void aServiceThatCannotBeStartedFailsTheRun() {
        refused.add("interleave.service.ServiceMain");
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        assertPhase(Phase.FAILED, FIRST);
        assertTrue(status(FIRST).reason().orElseThrow().startsWith("the HTTP service: could not be started: "));
        assertTrue(children.isEmpty());
    }

    @Test
    void aRunStoppedBeforeItBeganEndsAtOnce() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.stop(FIRST);
        assertTrue(children.get(FIRST).inputEnded);
        runs.said(SERVICE, new Message.Hello(5, 4321, "epoll"));
        assertEquals("", children.get(FIRST).ordersSoFar());
    }

    @Test
    void closeEndsAllAndKillsWhatStays() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.empty());
        runs.start(SECOND, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.closeAll();
        assertTrue(children.values().stream().allMatch(child -> child.inputEnded));
        runs.exited(FIRST, 143, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
        runs.exited(SERVICE, 0, Optional.empty());
        assertFalse(runs.done());
        pass(Duration.ofNanos(Patience.CLOSE));
        assertTrue(children.get(SECOND).killed);
        runs.exited(SECOND, 137, Optional.empty());
        assertTrue(runs.done());

        runs.start(new RunId(3), RunSpec.of(IMAGE, FOUR), Optional.empty());
        assertFailed("not started: the monitor is ending", new RunId(3));
    }

    @Test
    void aCrashIsTheReasonWhateverTheExitStatus() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.crashed(FIRST, "crashed (SIGSEGV); report: /x.log");
        runs.exited(FIRST, 1, Optional.of("END."));
        assertFailed("crashed (SIGSEGV); report: /x.log", FIRST);
    }
}
