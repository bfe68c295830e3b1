package interleave.execution;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks in flight of a run, whatever plan they are of. Safe from any thread. */
final class TasksInFlight {
    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile int peak;
    private volatile boolean stopped;
    private volatile boolean cutOff;

    int inFlight() {
        return count.get();
    }

    /** The most there ever were; exact while one thread at a time adds. */
    int peak() {
        return peak;
    }

    void up() {
        int now = count.incrementAndGet();
        if (now > peak) peak = now;
    }

    void down() {
        if (count.decrementAndGet() == 0 && stopped) drained.countDown();
    }

    boolean stopped() {
        return stopped;
    }

    /** None is to be added from now on. */
    void stop() {
        stopped = true;
        if (count.get() == 0) drained.countDown();
    }

    /** Waits until none is left, after {@link #stop}. */
    boolean drained(long nanos) throws InterruptedException {
        return drained.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Counts failures from now on as cut off. */
    void cutOff() {
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }
}
