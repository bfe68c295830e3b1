package interleave.execution;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many slots are open at once; each task that ends is followed by another. */
final class ClosedPlan implements Plan {
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile int wanted;
    private volatile int peak;
    private volatile boolean stopped;

    int inFlight() {
        return open.get();
    }

    int inFlightPeak() {
        return peak;
    }

    /**
     * Changes the number of slots. Too many close as their tasks end; for those that are missing, {@code opening} is
     * called. One thread at a time.
     */
    void change(int concurrency, Runnable opening) {
        wanted = concurrency;
        while (open.get() < limit()) {
            peak = Math.max(peak, open.incrementAndGet());
            opening.run();
        }
    }

    /** Lets no slot have another task. */
    void stop() {
        stopped = true;
        if (open.get() == 0) drained.countDown();
    }

    /** Waits until the last slot is closed, after {@link #stop}. */
    boolean drained(long nanos) throws InterruptedException {
        return drained.await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean another(Slot slot, long endNanos) {
        if (open.get() > limit() && closed()) return false;
        slot.plan(endNanos);
        return true;
    }

    private boolean closed() {
        int limit = limit();
        int before = open.getAndUpdate(slots -> slots > limit ? slots - 1 : slots);
        if (limit == 0 && before == 1) drained.countDown();
        return before > limit;
    }

    private int limit() {
        return stopped ? 0 : wanted;
    }
}
