package interleave.execution;

import interleave.kernel.Rusage;
import interleave.metric.Ticker;
import interleave.spec.Load;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Begins tasks at planned times and waits for no answer. A thread of its own keeps the plan; between two looks at the
 * clock it sleeps for a quarter of a millisecond at least, so that it costs few kernel switches at any rate, and begins
 * all that came due meanwhile. What that costs all the same it tells apart. What cannot be begun since too many tasks are in flight is dropped, and counted.
 */
final class OpenPlan implements StartPlan, Runnable {
    static final long GRID_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    /** Where a plan that is behind has waited long enough for orders. */
    private static final int BATCH = 1024;

    /** Its account is read no more often, since that costs as much as a short task. */
    private static final long ACCOUNT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Rusage rusage = Rusage.ofTheReader();
    private final Flight flight;
    private final Ticker ticker;
    private final long seed;
    private final LongConsumer begin;
    private final Ceiling ceiling;
    private final Consumer<String> findings;
    private Optional<Thread> thread = Optional.empty();
    private long changes;
    private volatile Load.Open load;
    private volatile boolean closed;
    private volatile long offered;
    private volatile long dropped;
    private volatile long nextNanos;
    private volatile Rusage.Used used = Rusage.Used.NOTHING;
    /** By threads of the plan that have ended. */
    private Rusage.Used usedBefore = Rusage.Used.NOTHING;

    private long accountedNanos;

    /**
     * @param begin begins one task whose planned start it is given
     * @param findings told once if the ceiling is reached, where that has a reason
     */
    OpenPlan(
            Flight flight,
            Ticker ticker,
            Load.Open load,
            long seed,
            LongConsumer begin,
            Ceiling ceiling,
            Consumer<String> findings) {
        this.flight = flight;
        this.ticker = ticker;
        this.load = load;
        this.seed = seed;
        this.begin = begin;
        this.ceiling = ceiling;
        this.findings = findings;
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

    /** Begins no more, and waits for its thread for a while. */
    void close(Duration patience) throws InterruptedException {
        closed = true;
        if (thread.isEmpty()) return;
        LockSupport.unpark(thread.get());
        thread.get().join(patience);
    }

    long offered() {
        return offered;
    }

    long dropped() {
        return dropped;
    }

    /** CPU time and switches of its thread: they are part of the process's own account. */
    Rusage.Used used() {
        return used;
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
        account(ticker.nanos());
        usedBefore = used;
    }

    /** Until there is another load. */
    private void keep(Load.Open kept, Arrivals arrivals) {
        nextNanos = arrivals.next();
        while (!over() && load == kept) {
            long ahead = nextNanos - ticker.nanos();
            if (ahead > 0) LockSupport.parkNanos(this, Math.max(ahead, GRID_NANOS));
            long now = ticker.nanos();
            beginDue(arrivals, now);
            if (now - accountedNanos >= ACCOUNT_NANOS) account(now);
        }
    }

    private void account(long now) {
        used = usedBefore.plus(rusage.read());
        accountedNanos = now;
    }

    private void beginDue(Arrivals arrivals, long now) {
        for (int i = 0; i < BATCH && nextNanos <= now && !over(); i++) {
            offer(nextNanos);
            nextNanos = arrivals.next();
        }
    }

    private void offer(long plannedNanos) {
        offered++;
        if (flight.inFlight() >= ceiling.most()) {
            if (dropped++ == 0 && !ceiling.why().isEmpty()) findings.accept(ceiling.why());
            return;
        }
        flight.up();
        begin.accept(plannedNanos);
    }

    private boolean over() {
        return closed || flight.stopped();
    }

    @Override
    public boolean another(TaskSlot slot, long endNanos) {
        flight.down();
        return false;
    }
}
