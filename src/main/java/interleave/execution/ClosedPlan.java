package interleave.execution;

import java.util.concurrent.atomic.AtomicInteger;

/** So many slots are open at once; each task that ends is followed by another. */
final class ClosedPlan implements StartPlan {
    private final TasksInFlight flight;
    private final AtomicInteger open = new AtomicInteger();
    private volatile int wanted;

    ClosedPlan(TasksInFlight flight) {
        this.flight = flight;
    }

    /**
     * Changes the number of slots. Too many close as their tasks end; for those that are missing, {@code opening} is
     * called. One thread at a time.
     */
    void change(int concurrency, Runnable opening) {
        wanted = concurrency;
        while (open.get() < limit()) {
            open.incrementAndGet();
            flight.up();
            opening.run();
        }
    }

    @Override
    public boolean another(TaskSlot slot, long endNanos) {
        if (open.get() > limit() && closed()) return false;
        slot.plan(endNanos);
        return true;
    }

    private boolean closed() {
        int limit = limit();
        int before = open.getAndUpdate(slots -> slots > limit ? slots - 1 : slots);
        if (before <= limit) return false;
        flight.down();
        return true;
    }

    private int limit() {
        return flight.stopped() ? 0 : wanted;
    }
}
