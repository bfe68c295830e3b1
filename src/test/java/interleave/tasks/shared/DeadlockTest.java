package interleave.tasks.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.program.FairClock;
import interleave.task.Await;
import interleave.task.TaskSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DeadlockTest {
    private static final double WITHIN_SECONDS = 1;

    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final NamedLock left = new NamedLock("left");
    private final NamedLock right = new NamedLock("right");
    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

    private static ThreadFactory kind(boolean virtual) {
        return virtual
                ? Thread.ofVirtual().name("anna-", 0).factory()
                : Thread.ofPlatform().name("anna-", 0).factory();
    }

    /** @return whether it was interrupted */
    private boolean takeBoth(NamedLock first, NamedLock second) throws Exception {
        first.lock();
        try {
            bothHoldOne.await();
            second.lockInterruptibly();
            second.unlock();
            return false;
        } catch (InterruptedException e) {
            return true;
        } finally {
            first.unlock();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeadlockIsNamedAndBrokenUpWithinASecond(boolean virtual) throws Exception {
        try (DeadlockWatch watch = new DeadlockWatch(left, right, findings::add)) {
            watch.start();
            FutureTask<Boolean> one = new FutureTask<>(() -> takeBoth(left, right));
            FutureTask<Boolean> other = new FutureTask<>(() -> takeBoth(right, left));
            FairClock clock = new FairClock(FairClock::testAndChildren);
            Thread first = kind(virtual).newThread(one);
            Thread second = kind(virtual).newThread(other);
            first.start();
            second.start();
            String words = findings.take();
            assertTrue(clock.lasted() < WITHIN_SECONDS, "found late");
            assertTrue(one.get() ^ other.get(), "one party was interrupted");
            assertEquals(1, watch.found());
            Thread interrupted = other.get() ? second : first;
            assertTrue(watch.brokeUp(interrupted));
            assertFalse(watch.brokeUp(interrupted));
            assertTrue(words.startsWith("deadlock: anna-0 #" + first.threadId() + " holds left, anna-0 #"), words);
            assertTrue(words.contains("#" + second.threadId() + " right, each wants the other's ("), words);
            assertTrue(words.contains(virtual ? "(no task ended for" : "(ThreadMXBean saw it"), words);
            assertTrue(words.endsWith(" is interrupted and tries again"), words);
        }
    }

    /** Both are held and waited for, by one party each, and yet one gets on: no circle. */
    @Test
    void whoWaitsForALockThatWillBeGivenUpIsLeftAlone() throws Exception {
        try (DeadlockWatch watch = new DeadlockWatch(left, right, findings::add)) {
            right.lock();
            Thread waiting = Thread.ofVirtual().start(() -> {
                left.lock();
                right.lock();
                right.unlock();
                left.unlock();
            });
            Await.until(() -> right.hasQueuedThread(waiting));
            long now = System.nanoTime();
            watch.look(now);
            watch.look(now + TimeUnit.MINUTES.toNanos(1));
            assertEquals(0, watch.found());
            right.unlock();
            waiting.join();
            assertFalse(waiting.isInterrupted());
        }
    }

    /** However few tasks a machine does, and whatever is drawn: this seed draws none for the first 2,000 tasks. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneIsDueBeforeASecondIsOver(boolean virtual) throws Exception {
        long seed = LongStream.iterate(0, s -> s + 1)
                .filter(s -> LongStream.range(0, 2_000).noneMatch(task -> Deadlock.isOpposite(s, task)))
                .findFirst()
                .orElseThrow();
        FairClock clock = new FairClock(FairClock::testAndChildren);
        Deadlock deadlock = new Deadlock(new TaskSetup(2, 0, seed, () -> 0, kind(virtual), findings::add));
        AtomicInteger left = new AtomicInteger(2_000);
        List<FutureTask<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ends.add(new FutureTask<>(() -> callSlowly(deadlock, left)));
            kind(virtual).newThread(ends.getLast()).start();
        }
        assertTrue(findings.take().startsWith("deadlock: "));
        assertTrue(clock.lasted() < WITHIN_SECONDS, "found late");
        left.set(0);
        for (FutureTask<Integer> end : ends) end.get();
        deadlock.close();
    }

    /** A task each millisecond or so. */
    private static int callSlowly(Deadlock deadlock, AtomicInteger left) throws Exception {
        int tasks = 0;
        for (; left.getAndDecrement() > 0; tasks++) {
            deadlock.call();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return tasks;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deadlocksAreBrokenUpAndEveryTaskIsDone(boolean virtual) throws Exception {
        long seed = LongStream.iterate(0, s -> s + 1)
                .filter(s -> LongStream.range(10, 60).anyMatch(task -> Deadlock.isOpposite(s, task)))
                .findFirst()
                .orElseThrow();
        Deadlock deadlock = new Deadlock(new TaskSetup(2, 0, seed, () -> 0, kind(virtual), findings::add));
        List<Thread> threads = new ArrayList<>();
        List<FutureTask<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ends.add(new FutureTask<>(() -> callUntilFound(deadlock)));
            threads.add(kind(virtual).newThread(ends.getLast()));
        }
        threads.forEach(Thread::start);
        for (FutureTask<Integer> end : ends) assertTrue(end.get() > 0);
        assertTrue(deadlock.extra().get("deadlocks") >= 1);
        assertTrue(findings.take().startsWith("deadlock: "));
        deadlock.close();
        assertThrows(InterruptedException.class, deadlock::call);
        for (Thread thread : threads) thread.join();
    }

    private static int callUntilFound(Deadlock deadlock) throws Exception {
        int tasks = 0;
        for (; deadlock.extra().get("deadlocks") == 0; tasks++) deadlock.call();
        return tasks;
    }

    @Test
    void theOppositeOrderIsSeldomAndDrawnFromTheSeed() {
        long tasks = 100L * Deadlock.SELDOM;
        long count = LongStream.range(0, tasks)
                .filter(task -> Deadlock.isOpposite(1, task))
                .count();
        assertTrue(count > 50 && count < 200, count + " of " + tasks);
        assertTrue(LongStream.range(0, tasks).anyMatch(t -> Deadlock.isOpposite(1, t) != Deadlock.isOpposite(2, t)));
    }
}
