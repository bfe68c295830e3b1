package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Frames;
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

/** Runs that may go on for ten seconds. */
class RunLimitTest extends RunsFixture {
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final String SAID = "image/pool: stopped after 10 s";

    private void start() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.of(TEN));
    }

    private List<String> notes() {
        return news.stream()
                .filter(RunEvent.Noted.class::isInstance)
                .map(event -> ((RunEvent.Noted) event).words())
                .toList();
    }

    @Test
    void theWorkerKnowsItsLimitAndAllKnowItsEnd() {
        start();
        assertTrue(children.get(FIRST).ordersSoFar().endsWith(line(new Order.Limit(TEN.toNanos()))));
        assertEquals(OptionalLong.of(TEN.toNanos()), status(FIRST).endsAtNanos());
    }

    /** The time for which the service is waited for is part of it. */
    @Test
    void oneThatBeginsLaterHasLess() {
        runs.start(FIRST, RunSpec.of(HTTP, FOUR), Optional.of(TEN));
        pass(Duration.ofSeconds(1));
        runs.said(SERVICE, new Message.Hello(5, 4321, "epoll"));
        Order limit = new Order.Limit(Duration.ofSeconds(9).toNanos());
        assertTrue(children.get(FIRST).ordersSoFar().endsWith(line(limit)), children.get(FIRST)::ordersSoFar);
    }

    @Test
    void oneThatEndsSinceItsTimeIsUpHasNotFailed() {
        start();
        runs.said(FIRST, TASKS);
        runs.exited(FIRST, Order.Limit.EXIT_STATUS, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
        assertEquals(List.of(SAID), notes());
    }

    @Test
    void withoutALimitThatStatusIsAFailure() {
        runs.start(FIRST, RunSpec.of(IMAGE, FOUR), Optional.empty());
        runs.exited(FIRST, Order.Limit.EXIT_STATUS, Optional.empty());
        assertFailed("exit " + Order.Limit.EXIT_STATUS, FIRST);
    }

    /** HotSpot ends with 3 at -XX:+ExitOnOutOfMemoryError; it was told as the end of a time that was up. */
    @Test
    void aJvmWithoutMemoryHasFailed() {
        start();
        runs.said(FIRST, TASKS);
        runs.exited(FIRST, 3, Optional.of("Terminating due to java.lang.OutOfMemoryError: Java heap space"));
        assertFailed("exit 3: Terminating due to java.lang.OutOfMemoryError: Java heap space", FIRST);
    }

    /** No sample, key or frame is needed for it. */
    @Test
    void oneThatDoesNotEndByItselfIsToldTo() {
        start();
        runs.said(FIRST, TASKS);
        pass(Duration.ofSeconds(2));
        assertPhase(Phase.SILENT, FIRST);
        long due = TEN.toNanos() + Patience.LIMIT;
        assertEquals(OptionalLong.of(due - nanos), runs.nextDeadline());
        pass(Duration.ofNanos(due - nanos));
        assertPhase(Phase.STOPPING, FIRST);
        assertEquals(List.of(SAID), notes());
        assertTrue(children.get(FIRST).ordersSoFar().endsWith(line(new Order.Stop())));
    }

    @Test
    void oneThatIsStoppedBeforeSaysNothingOfIt() {
        start();
        runs.stop(FIRST);
        runs.exited(FIRST, 0, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
        assertEquals(List.of(), notes());
    }

    @Test
    void aLimitCanBeMoved() {
        start();
        pass(Duration.ofSeconds(8));
        runs.limit(FIRST, Duration.ofSeconds(5));
        assertEquals(
                OptionalLong.of(Duration.ofSeconds(13).toNanos()), status(FIRST).endsAtNanos());
    }

    @Test
    void whatItStoodStillForIsNotCounted() {
        start();
        runs.said(FIRST, new Message.Report(Frames.withPause(Frames.at(9000, 9, 0, 0, 0), 6000)));
        assertEquals(
                OptionalLong.of(Duration.ofSeconds(16).toNanos()), status(FIRST).endsAtNanos());
    }

    /** As after ^Z of everything: what the run has to say of it is on its way. */
    @Test
    void whoLooksTooLateLooksAgainBeforeTheRunIsStopped() {
        start();
        runs.said(FIRST, TASKS);
        pass(Duration.ofSeconds(40));
        assertEquals(List.of(), notes());
        runs.said(FIRST, new Message.Report(Frames.withPause(Frames.at(40_000, 99, 0, 0, 0), 39_000)));
        pass(Duration.ofNanos(Patience.LIMIT));
        assertEquals(List.of(), notes());
        assertEquals(
                OptionalLong.of(Duration.ofSeconds(49).toNanos()), status(FIRST).endsAtNanos());
    }

    @Test
    void onlyOnce() {
        start();
        runs.said(FIRST, TASKS);
        pass(Duration.ofSeconds(40));
        pass(Duration.ofSeconds(40));
        assertEquals(List.of(SAID), notes());
        assertPhase(Phase.STOPPING, FIRST);
    }

    private void startsTalkingToTheService(RunId id, Optional<Duration> limit) {
        runs.start(id, RunSpec.of(HTTP, FOUR), limit);
    }

    private static String limit(Duration left) {
        return line(new Order.Limit(left.toNanos()));
    }

    /** A monitor that was stopped with SIGSTOP ends nothing: the service outlived it and its runs. */
    @Test
    void theServiceEndsByItselfAfterTheLastRunThatNeedsIt() {
        startsTalkingToTheService(FIRST, Optional.of(TEN));
        FakeChild service = children.get(SERVICE);
        assertEquals(limit(TEN.plusSeconds(1)), service.ordersSoFar());
        pass(Duration.ofSeconds(4));
        startsTalkingToTheService(SECOND, Optional.of(TEN));
        assertTrue(service.ordersSoFar().endsWith(limit(TEN.plusSeconds(1))), service::ordersSoFar);
        runs.limit(SECOND, Duration.ofSeconds(20));
        assertTrue(service.ordersSoFar().endsWith(limit(Duration.ofSeconds(21))), service::ordersSoFar);
    }

    @Test
    void theServiceGoesOnForARunWithoutALimit() {
        startsTalkingToTheService(FIRST, Optional.of(TEN));
        startsTalkingToTheService(SECOND, Optional.empty());
        String orders = children.get(SERVICE).ordersSoFar();
        assertTrue(orders.endsWith(limit(Duration.ofDays(36_500))), orders);
    }

    /** Of a monitor that goes on later, the news of all ends come at once, in any order. */
    @Test
    void aServiceWhoseTimeIsUpFailsNoRun() {
        startsTalkingToTheService(FIRST, Optional.of(TEN));
        runs.said(SERVICE, new Message.Hello(5, 4321, "epoll"));
        runs.said(FIRST, TASKS);
        runs.exited(SERVICE, Order.Limit.EXIT_STATUS, Optional.empty());
        assertPhase(Phase.RUNNING, FIRST);
        runs.exited(FIRST, Order.Limit.EXIT_STATUS, Optional.empty());
        assertPhase(Phase.ENDED, FIRST);
        assertEquals(List.of("http/virtual: stopped after 10 s"), notes());
    }

    @Test
    void aClientEndsByItselfAfterItsRunAndFailsItNot() {
        runs.start(FIRST, RunSpec.of(SERVE, FOUR), Optional.of(TEN));
        runs.said(FIRST, new Message.Hello(5, 4321, "epoll"));
        assertTrue(children.get(HELPER).ordersSoFar().endsWith(limit(TEN.plusSeconds(1))));
        runs.limit(FIRST, Duration.ofSeconds(30));
        assertTrue(children.get(HELPER).ordersSoFar().endsWith(limit(Duration.ofSeconds(31))));
        runs.said(FIRST, TASKS);
        runs.exited(HELPER, Order.Limit.EXIT_STATUS, Optional.empty());
        assertPhase(Phase.RUNNING, FIRST);
        assertEquals(List.of(), notes());
    }
}
