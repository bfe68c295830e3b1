package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Ticker;
import interleave.spec.Load;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plan's thread sleeps by the real clock, and decides by the one it is given: so a test decides what is due. */
@Timeout(20)
class OpenPlanTest {
    private final AtomicLong now = new AtomicLong();
    private final TasksInFlight flight = new TasksInFlight();
    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private final Ticker ticker = now::get;
    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final AtomicLong paused = new AtomicLong();
    private final Pauses pauses = new Pauses() {
        @Override
        public long soFar() {
            return paused.get();
        }

        @Override
        public long until(long nanos) {
            return paused.get();
        }
    };
    private final OpenPlan plan = plan(Ceiling.NONE);

    private OpenPlan plan(Ceiling ceiling) {
        return new OpenPlan(
                flight,
                ticker,
                new Load.Open(1_000),
                1,
                begun::add,
                ceiling,
                pauses,
                findings::add,
                2,
                Optional::empty);
    }

    private OpenPlan plan(LongConsumer begin) {
        return new OpenPlan(
                flight,
                ticker,
                new Load.Open(1_000),
                1,
                begin,
                Ceiling.NONE,
                Pauses.NONE,
                findings::add,
                2,
                Optional::empty);
    }

    @AfterEach
    void close() throws InterruptedException {
        plan.close(Duration.ofSeconds(10));
    }

    private long next() throws InterruptedException {
        Long planned = begun.poll(10, TimeUnit.SECONDS);
        assertTrue(planned != null, "nothing was begun");
        return planned;
    }

    @Test
    void tasksBeginAtTheirTimeWhetherOrNotOthersHaveEnded() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        now.set(3_000_000);
        assertEquals(1_000_000, next());
        assertEquals(2_000_000, next());
        assertEquals(3_000_000, next());
        assertEquals(4, flight.inFlight());
        assertEquals(4, plan.offered());
        assertEquals(0, plan.dropped());
    }

    /** Else all that came due meanwhile would begin at once, late by as much. */
    @Test
    void whatTheProcessStoodStillForIsLeftOutOfThePlan() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        // Its own lateness is the better measure: that of others may be a quarter of a second short.
        paused.set(5_800_000_000L);
        now.set(6_002_000_000L);
        assertEquals(6_002_000_000L, next());
        now.set(6_003_000_000L);
        assertEquals(6_003_000_000L, next());
        assertEquals(3, plan.offered());
    }

    /** Whoever has not been held up has to make up for it. */
    @Test
    void whatIsLateWithoutAStandstillIsNotLeftOut() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        now.set(700_000_000L);
        for (long due = 1_000_000; due <= 700_000_000; due += 1_000_000) assertEquals(due, next());
    }

    @Test
    void aSlotHasOneTask() throws InterruptedException {
        plan.start();
        next();
        assertFalse(plan.another(null, 0));
        assertEquals(0, flight.inFlight());
    }

    @Test
    void whatCannotBeInFlightIsDroppedAndCounted() throws InterruptedException {
        for (int i = 0; i < Ceiling.NONE.most(); i++) flight.up();
        plan.start();
        while (plan.dropped() == 0) Thread.onSpinWait();
        flight.down();
        now.set(1_000_000);
        assertEquals(1_000_000, next());
        assertEquals(1, plan.dropped());
        assertEquals(2, plan.offered());
        assertTrue(findings.isEmpty(), findings.toString());
    }

    @Test
    void aLimitOfTheSystemThatIsReachedIsToldOnce() throws InterruptedException {
        OpenPlan bounded = plan(Ceiling.NONE.or(2, "threads find room in %,d: raise it", 66));
        bounded.start();
        assertEquals(0, next());
        now.set(9_000_000);
        while (bounded.dropped() < 8) Thread.onSpinWait();
        bounded.close(Duration.ofSeconds(10));
        assertEquals(1, begun.size());
        assertEquals(
                List.of("starts are dropped, since no more than 2 threads find room in 66: raise it, or lower the"
                        + " rate"),
                List.copyOf(findings));
    }

    @Test
    void anotherRateCountsFromTheChange() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        now.set(500_000);
        plan.change(new Load.Open(1_000_000));
        assertEquals(500_000, next());
        now.set(502_000);
        assertEquals(501_000, next());
        assertEquals(502_000, next());
    }

    @Test
    void beingBehindIsSeen() {
        now.set(7_000_000);
        assertEquals(7_000_000, plan.behindNanos(7_000_000));
        assertEquals(0, plan.behindNanos(-1));
    }

    @Test
    void aPlanThatWasClosedGoesOnAndCountsOn() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        plan.close(Duration.ofSeconds(10));
        now.set(5_000_000);
        assertEquals(0, plan.behindNanos(5_000_000));
        plan.change(new Load.Open(1_000));
        assertEquals(5_000_000, next());
        assertEquals(2, plan.offered());
    }

    /** A plan that is behind has promised what is overdue, whatever comes next. */
    @Test
    void whatIsOverdueIsBegunAlthoughTheRateChanges() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        OpenPlan held = plan(planned -> {
            begun.add(planned);
            awaitQuietly(busy);
        });
        held.start();
        assertEquals(0, next());
        now.set(2_500_000);
        held.change(new Load.Open(2_000));
        now.set(3_200_000);
        held.change(new Load.Open(10_000));
        now.set(3_300_000);
        busy.countDown();
        for (long planned : new long[] {1_000_000, 2_000_000, 2_500_000, 3_000_000, 3_200_000, 3_300_000})
            assertEquals(planned, next());
        held.close(Duration.ofSeconds(10));
        assertEquals(7, held.offered());
    }

    @Test
    void aPlanWhoseEndWasNotWaitedForGoesOnOnce() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        OpenPlan held = plan(planned -> {
            begun.add(planned);
            awaitQuietly(busy);
        });
        held.start();
        assertEquals(0, next());
        held.close(Duration.ofNanos(1));
        held.change(new Load.Open(1_000));
        now.set(5_000_000);
        busy.countDown();
        for (int i = 0; i <= 5; i++) assertEquals(i * 1_000_000L, next());
        held.close(Duration.ofSeconds(10));
        assertEquals(List.of(), List.copyOf(begun));
        assertEquals(7, held.offered());
    }

    @Test
    void aRateThatIsKeptOnAGridSaysSo() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        plan.change(new Load.Open(OpenPlan.EXACT_PER_SECOND));
        assertEquals(0, next());
        assertEquals(List.of(), List.copyOf(findings));
        plan.change(new Load.Open(OpenPlan.EXACT_PER_SECOND + 1));
        assertEquals(0, next());
        assertEquals(
                List.of("starts of more than 20,000/s are bunched to a quarter of a millisecond: below, each is"
                        + " planned at its own time"),
                List.copyOf(findings));
    }

    /** There a wake-up for each start takes the CPU from the tasks. */
    @Test
    void onOneCpuTheGridBeginsEarlier() throws InterruptedException {
        OpenPlan alone = new OpenPlan(
                flight,
                ticker,
                new Load.Open(OpenPlan.EXACT_ON_ONE_CPU),
                1,
                begun::add,
                Ceiling.NONE,
                Pauses.NONE,
                findings::add,
                1,
                Optional::empty);
        alone.start();
        assertEquals(0, next());
        assertEquals(List.of(), List.copyOf(findings));
        alone.change(new Load.Open(OpenPlan.EXACT_ON_ONE_CPU + 1));
        assertEquals(0, next());
        assertTrue(findings.peek().startsWith("starts of more than 5,000/s are bunched"), findings.toString());
        alone.close(Duration.ofSeconds(10));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
