package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Ticker;
import interleave.spec.Load;
import interleave.task.Await;
import interleave.task.Unable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a loop whose clock and turns are the test's. */
@Timeout(20)
class PlanOnLoopTest {
    private final AtomicLong now = new AtomicLong();
    private final Ticker ticker = now::get;
    private final Loop loop = new Loop();
    private final TasksInFlight flight = new TasksInFlight();
    private final List<Long> begun = new ArrayList<>();
    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final AtomicLong paused = new AtomicLong();
    private final AtomicInteger questions = new AtomicInteger();
    private final Pauses pauses = new Pauses() {
        @Override
        public long soFar() {
            return paused.get();
        }

        @Override
        public long until(long nanos) {
            questions.incrementAndGet();
            return paused.get();
        }
    };
    private Optional<PlanLoop> free = Optional.of(loop);
    private final OpenPlan plan = plan(10_000);

    private OpenPlan plan(double rate) {
        return new OpenPlan(
                flight, ticker, new Load.Open(rate), 1, begun::add, Ceiling.NONE, pauses, findings::add, 1, () -> free);
    }

    private TaskSlot begin(OpenPlan of) {
        TaskSlot slot = new TaskSlot(of, new SlotSite(flight, ticker, why -> {}), new Tally().stripe(0));
        slot.measureLateness();
        slot.plan(begun.getLast());
        assertTrue(slot.begin());
        return slot;
    }

    /** Runs the loop until a time. */
    private void until(long nanos) {
        loop.until(nanos);
    }

    @Test
    void tasksBeginWithoutATimerForEachWhetherOrNotOthersHaveEnded() {
        plan.start();
        until(500_000);
        assertEquals(List.of(0L, 100_000L, 200_000L, 300_000L, 400_000L, 500_000L), begun);
        assertEquals(6, plan.offered());
        assertEquals(6, flight.inFlight());
        assertEquals(3, loop.timers, "a quarter of a millisecond for each");
        assertEquals(Optional.empty(), plan.used());
    }

    @Test
    void whatCannotBeExactIsBegunOnAGrid() {
        OpenPlan fast = plan(20_000);
        fast.start();
        until(1_000_000);
        assertEquals(21, begun.size());
        assertEquals(5, loop.timers);
        assertTrue(findings.peek().startsWith("starts of more than 5,000/s are bunched"), findings.toString());
    }

    @Test
    void aStartThatIsDueWhenATaskCompletesGoesOnInItsSlot() {
        OpenPlan fast = plan(20_000);
        fast.start();
        until(0);
        TaskSlot first = begin(fast);
        until(100_000);
        assertEquals(List.of(0L), begun, "the grid is a quarter of a millisecond");
        begin(fast);
        assertTrue(first.completed());
        assertEquals(50_000, first.plannedNanos());
        assertTrue(first.begin());
        assertEquals(2, fast.offered());
        until(250_000);
        assertEquals(List.of(0L, 100_000L, 150_000L, 200_000L, 250_000L), begun);
        assertEquals(6, fast.offered());
    }

    @Test
    void noneFollowsBeforeItsTime() {
        plan.start();
        until(0);
        TaskSlot first = begin(plan);
        begin(plan);
        until(50_000);
        assertFalse(first.completed());
        assertEquals(0, flight.inFlight());
    }

    /** Else what ends within its start would keep the loop from all else for as long as the plan is behind. */
    @Test
    void whatEndsWithinItsStartIsFollowedForATurn() {
        OpenPlan fast = plan(1_000_000);
        fast.start();
        until(0);
        TaskSlot slot = begin(fast);
        now.set(100_000);
        int inARow = 0;
        begin(fast);
        while (slot.completed()) {
            inARow++;
            now.addAndGet(10_000);
            assertTrue(slot.begin());
            now.addAndGet(10_000);
        }
        assertEquals(3, inARow);
    }

    @Test
    void noneFollowsAFailure() {
        OpenPlan fast = plan(20_000);
        fast.start();
        until(0);
        TaskSlot slot = begin(fast);
        begin(fast);
        until(100_000);
        assertFalse(slot.failed(new Unable("nobody is there", null)));
        assertEquals(1, fast.offered());
    }

    @Test
    void anotherRateCountsFromTheChange() {
        plan.start();
        until(50_000);
        plan.change(new Load.Open(20_000));
        until(250_000);
        assertEquals(List.of(0L, 50_000L, 100_000L, 150_000L, 200_000L, 250_000L), begun);
    }

    @Test
    void nothingBeginsAfterTheEnd() throws InterruptedException {
        plan.start();
        until(250_000);
        Thread end = Thread.ofPlatform().start(() -> close(plan));
        loop.await();
        until(250_000);
        end.join();
        until(9_000_000);
        assertEquals(3, begun.size());
        now.set(10_000_000);
        plan.change(new Load.Open(10_000));
        until(10_250_000);
        assertEquals(List.of(10_000_000L, 10_100_000L, 10_200_000L), begun.subList(3, 6));
    }

    private static void close(OpenPlan plan) {
        try {
            plan.close(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatTheProcessStoodStillForIsLeftOutOfThePlan() throws InterruptedException {
        plan.start();
        until(0);
        paused.set(5_800_000_000L);
        now.set(6_002_000_000L);
        until(6_002_000_000L);
        loop.await();
        until(6_002_250_000L);
        assertEquals(List.of(0L, 6_002_000_000L, 6_002_100_000L, 6_002_200_000L), begun);
        assertEquals(1, questions.get());
    }

    /** A loop that is behind and looks at its plan all the time has not stood still. */
    @Test
    void nobodyAsksTwiceForWhatIsLate() throws InterruptedException {
        plan.start();
        until(0);
        now.set(900_000_000);
        until(900_000_000);
        loop.await();
        until(920_000_000);
        assertEquals(1, questions.get());
        assertTrue(begun.size() > 9_190, begun.size() + " begun");
        assertTrue(plan.behindNanos(920_000_000) <= 250_000, "it has caught up");
    }

    /** So that models can be compared at a rate that any of them keeps. */
    @Test
    void whereEachStartHasItsOwnTimeAThreadKeepsThePlanOfAllModels() throws InterruptedException {
        OpenPlan slow = plan(5_000);
        slow.start();
        Await.until(() -> slow.used().isPresent());
        assertEquals(0, loop.timers);
        close(slow);
    }

    /** One that computes is late for whatever is due. */
    @Test
    void whereTasksKeepTheLoopBusyAThreadKeepsThePlan() throws InterruptedException {
        plan.start();
        until(0);
        free = Optional.empty();
        Thread renewing = Thread.ofPlatform().start(() -> {
            try {
                plan.renew(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        loop.await();
        until(0);
        renewing.join();
        Await.until(() -> plan.used().isPresent() && plan.offered() == 2);
        close(plan);
    }

    /** Turns of an event loop, on the thread that asks for them. */
    private final class Loop implements PlanLoop {
        private record Timer(long due, Runnable what) {}

        private final BlockingQueue<Runnable> given = new LinkedBlockingQueue<>();
        private final Semaphore ofOthers = new Semaphore(0);
        private final PriorityQueue<Timer> pending = new PriorityQueue<>((a, b) -> Long.compare(a.due, b.due));
        private final Thread thread = Thread.currentThread();
        private int timers;

        @Override
        public boolean isHere() {
            return Thread.currentThread() == thread;
        }

        @Override
        public void execute(Runnable what) {
            given.add(what);
            if (!isHere()) ofOthers.release();
        }

        @Override
        public void executeLater(Runnable what, long nanos) {
            timers++;
            pending.add(new Timer(now.get() + nanos, what));
        }

        /** Waits for the next thing that another thread gives it; it may have been run since. */
        void await() throws InterruptedException {
            assertTrue(ofOthers.tryAcquire(10, TimeUnit.SECONDS), "nothing came");
        }

        void until(long nanos) {
            for (; ; ) {
                for (Runnable next = given.poll(); next != null; next = given.poll()) next.run();
                if (pending.isEmpty() || pending.peek().due > nanos) break;
                Timer due = pending.remove();
                now.set(Math.max(now.get(), due.due));
                due.what.run();
            }
            now.set(Math.max(now.get(), nanos));
        }
    }
}
