package interleave.execution;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** So many slots are open at once; each task that ends is followed by another. */
final class ClosedPlan implements StartPlan {
    private static final BooleanSupplier NEVER = () -> false;

    private final TasksInFlight flight;
    private final AtomicInteger open = new AtomicInteger();
    /** Says that no task is to follow until the next change. */
    private volatile BooleanSupplier enough = NEVER;

    private volatile int wanted;

    ClosedPlan(TasksInFlight flight) {
        this.flight = flight;
    }

    /** Opens one slot, in which task follows task until one has been enough; then there is none until the change. */
    void begin(Runnable opening, BooleanSupplier once) {
        change(1, opening);
        enough = once;
    }

    /**
     * Changes the number of slots. Too many close as their tasks end; for those that are missing, {@code opening} is
     * called. One thread at a time.
     */
    void change(int concurrency, Runnable opening) {
        wanted = concurrency;
        enough = NEVER;
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
        if (before <= limit || missing()) return false;
        flight.down();
        return true;
    }

    /** True if the slot that was just closed is wanted again: a change meanwhile took it for an open one. */
    private boolean missing() {
        int limit = limit();
        return open.getAndUpdate(slots -> slots < limit ? slots + 1 : slots) < limit;
    }

    private int limit() {
        return flight.stopped() || enough.getAsBoolean() ? 0 : wanted;
    }
}
