package interleave.execution;

import interleave.metric.Load;
import interleave.metric.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Begins tasks at planned times and waits for no answer. A thread of its own keeps the plan; between two looks at the
 * clock it sleeps for a quarter of a millisecond at least, so that it costs few kernel switches at any rate, and begins
 * all that came due meanwhile. What cannot be begun since too many tasks are in flight is dropped, and counted.
 */
final class OpenPlan implements Plan, Runnable {
    /** No more tasks than these are ever in flight. */
    static final int MOST_IN_FLIGHT = 1 << 16;

    static final long GRID_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    /** Where a plan that is behind has waited long enough for orders. */
    private static final int BATCH = 1024;

    private final Flight flight;
    private final Ticker ticker;
    private final long seed;
    private final LongConsumer begin;
    private Optional<Thread> thread = Optional.empty();
    private long changes;
    private volatile Load.Open load;
    private volatile boolean closed;
    private volatile long offered;
    private volatile long dropped;
    private volatile long nextNanos;

    /** @param begin begins one task whose planned start it is given */
    OpenPlan(Flight flight, Ticker ticker, Load.Open load, long seed, LongConsumer begin) {
        this.flight = flight;
        this.ticker = ticker;
        this.load = load;
        this.seed = seed;
        this.begin = begin;
        this.nextNanos = ticker.nanos();
    }

    /** Orders come from one thread at a time. */
    void start() {
        closed = false;
        nextNanos = ticker.nanos();
        thread = Optional.of(Thread.ofPlatform().name("plan").start(this));
    }

    /** Goes on with another load, whether it was closed or not; what was counted stays counted. */
    void change(Load.Open next) {
        load = next;
        if (closed) start();
        else thread.ifPresent(LockSupport::unpark);
    }

    /** Begins no more, and waits for its thread. */
    void close() throws InterruptedException {
        closed = true;
        if (thread.isEmpty()) return;
        LockSupport.unpark(thread.get());
        thread.get().join(Duration.ofSeconds(1));
    }

    long offered() {
        return offered;
    }

    long dropped() {
        return dropped;
    }

    /** By how much the next start is overdue; 0 if it is not. */
    long behindNanos(long now) {
        return closed ? 0 : Math.max(0, now - nextNanos);
    }

    @Override
    public void run() {
        while (!over()) {
            Load.Open now = load;
            keep(now, new Arrivals(now, seed + changes++, ticker.nanos()));
        }
    }

    /** Until there is another load. */
    private void keep(Load.Open now, Arrivals arrivals) {
        nextNanos = arrivals.next();
        while (!over() && load == now) {
            long ahead = nextNanos - ticker.nanos();
            if (ahead > 0) LockSupport.parkNanos(this, Math.max(ahead, GRID_NANOS));
            beginDue(arrivals, ticker.nanos());
        }
    }

    private void beginDue(Arrivals arrivals, long now) {
        for (int i = 0; i < BATCH && nextNanos <= now && !over(); i++) {
            offer(nextNanos);
            nextNanos = arrivals.next();
        }
    }

    private void offer(long plannedNanos) {
        offered++;
        if (flight.inFlight() >= MOST_IN_FLIGHT) {
            dropped++;
            return;
        }
        flight.up();
        begin.accept(plannedNanos);
    }

    private boolean over() {
        return closed || flight.stopped();
    }

    @Override
    public boolean another(Slot slot, long endNanos) {
        flight.down();
        return false;
    }
}
