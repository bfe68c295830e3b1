package interleave.execution;

import interleave.spec.Load;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The planned starts of an open load, over its changes: which is next, and which are due. One thread at a time, but for
 * the orders, which come from any, and for who looks at the next start.
 */
final class Course {
    /** Where a plan that is behind has waited long enough for orders. */
    private static final int BATCH = 1024;

    /** A load, and since when it is the one. */
    private record Order(Load.Open load, long sinceNanos) {}

    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final long seed;
    private final LongSupplier changes;
    private final Pauses pauses;
    private Arrivals arrivals;
    private Load.Open load;
    private volatile long nextNanos;
    /** By how much its starts are later than they were planned at first, since the process stood still so long. */
    private long pausedNanos;

    private long pausedBefore;
    /** The last look: whatever was due then and had not begun was late for other reasons. */
    private long lookedNanos;

    /** @param changes numbers the loads of a run: each has lots of its own */
    Course(long seed, LongSupplier changes, Pauses pauses, long nowNanos) {
        this.seed = seed;
        this.changes = changes;
        this.pauses = pauses;
        this.nextNanos = nowNanos;
        this.lookedNanos = nowNanos;
    }

    void add(Load.Open next, long sinceNanos) {
        orders.add(new Order(next, sinceNanos));
    }

    /** When the next start is planned. */
    long nextNanos() {
        return nextNanos;
    }

    /** The load whose starts are planned now. */
    Load.Open load() {
        return load;
    }

    /** Goes on to another load if its time has come: what was planned before that is begun, however late it is. */
    void goOn() {
        for (Order another = orders.peek(); another != null && over(another); another = orders.peek())
            take(orders.remove());
    }

    private boolean over(Order another) {
        return arrivals == null || nextNanos >= another.sinceNanos;
    }

    private void take(Order order) {
        load = order.load;
        arrivals = new Arrivals(load, seed, changes.getAsLong(), order.sinceNanos);
        pausedNanos = 0;
        pausedBefore = pauses.soFar();
        nextNanos = arrivals.next();
    }

    /** True if the plan came so late to its next start that the process may have stood still: that is to be asked. */
    boolean mayHavePaused(long now) {
        return lateSinceLook(now) >= Pauses.LEAST_NANOS;
    }

    private long lateSinceLook(long now) {
        return now - Math.max(nextNanos, lookedNanos);
    }

    /** Asks that, which takes up to a third of a second. Touches nothing else: any thread may. */
    long askPaused(long now) {
        return pauses.until(now);
    }

    /**
     * Has starts that came due while the process stood still begin now, and all others that much later.
     *
     * @param now the time of the question
     * @param paused its answer
     */
    void leaveOutPause(long now, long paused) {
        long late = lateSinceLook(now);
        lookedNanos = now;
        if (paused <= pausedBefore) return;
        pausedBefore = pauses.soFar();
        pausedNanos += late;
        nextNanos += late;
    }

    /** Begins what is due, or much of it where that is a lot. */
    void beginDue(long now, LongConsumer begin, BooleanSupplier over) {
        lookedNanos = now;
        Order another = orders.peek();
        long until = another == null ? now : Math.min(now, another.sinceNanos - 1);
        for (int i = 0; i < BATCH && nextNanos <= until && !over.getAsBoolean(); i++) begin.accept(take());
    }

    /** True if a start is due, and no other load waits for its turn. */
    boolean isDue(long now) {
        return nextNanos <= now && !mayHavePaused(now) && orders.peek() == null;
    }

    /** The next start, which is being begun. */
    long take() {
        long planned = nextNanos;
        nextNanos = arrivals.next() + pausedNanos;
        return planned;
    }
}
