package interleave.execution;

import interleave.kernel.Rusage;
import interleave.kernel.ShortSlice;
import interleave.kernel.TimerSlack;
import interleave.metric.Ticker;
import interleave.spec.Arrival;
import interleave.spec.Load;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Begins tasks at planned times and waits for no answer. A thread of its own keeps the plan, to a few microseconds: it
 * sleeps until shortly before the next start, and spins for the rest, but for a run that has one CPU, where it would
 * spin in the way of its own tasks. Of rates above {@link #EXACT_PER_SECOND}, or on one CPU {@link #EXACT_ON_ONE_CPU},
 * where that would cost a core, it sleeps for a quarter of a millisecond at least and begins all that came due
 * meanwhile, and says so. What the plan costs it tells apart. What cannot be begun since too many tasks are in flight
 * is dropped, and counted.
 */
final class OpenPlan implements StartPlan {
    static final double EXACT_PER_SECOND = 20_000;

    /** A wake-up for each start took 15 to 20 us there, on a virtual machine: a third of the CPU at 20,000/s. */
    static final double EXACT_ON_ONE_CPU = 5000;

    private static final long GRID_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    /** A sleeper that asks for no slack is woken within this time, but for a few: measured on a virtual machine. */
    private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    /** Where a plan that is behind has waited long enough for orders. */
    private static final int BATCH = 1024;

    /** Its account is read no more often, since that costs as much as a short task. */
    private static final long ACCOUNT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final String GRID =
            "starts of more than %,.0f/s are bunched to a quarter of a millisecond: below, each is planned at its own"
                    + " time";

    /** A load, and since when it is the one. */
    private record Order(Load.Open load, long sinceNanos) {}

    private final ShortSlice slice = new ShortSlice();
    private final Rusage rusage = Rusage.ofTheReader();
    private final StartGaps gaps = new StartGaps();
    private final TasksInFlight flight;
    private final Ticker ticker;
    private final long seed;
    private final LongConsumer begin;
    private final Ceiling ceiling;
    private final Pauses pauses;
    private final Consumer<String> findings;
    private final boolean oneCpu;
    private Optional<Keeper> keeper = Optional.empty();
    private volatile Load.Open load;
    private long changes;
    private boolean toldGrid;
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
     * @param cpus that the run may use
     */
    OpenPlan(
            TasksInFlight flight,
            Ticker ticker,
            Load.Open load,
            long seed,
            LongConsumer begin,
            Ceiling ceiling,
            Pauses pauses,
            Consumer<String> findings,
            int cpus) {
        this.oneCpu = cpus == 1;
        this.flight = flight;
        this.ticker = ticker;
        this.load = load;
        this.seed = seed;
        this.begin = begin;
        this.ceiling = ceiling;
        this.pauses = pauses;
        this.findings = findings;
        this.nextNanos = ticker.nanos();
    }

    /** Orders come from one thread at a time. */
    void start() {
        closed = false;
        nextNanos = ticker.nanos();
        gaps.restart();
        Keeper next = new Keeper(keeper.map(before -> before.thread));
        keeper = Optional.of(next);
        next.add(load);
        next.thread.start();
    }

    /** Goes on with another load, whether it was closed or not; what was counted stays counted. */
    void change(Load.Open next) {
        load = next;
        if (closed) start();
        else keeper.ifPresent(now -> now.add(next));
    }

    /** Begins no more, and waits for its thread for a while. */
    void close(Duration patience) throws InterruptedException {
        closed = true;
        if (keeper.isPresent()) keeper.get().end(patience);
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

    /** The mean of the planned gaps between starts that are at random; empty of any others. */
    OptionalLong randomGapNanos() {
        Load.Open now = load;
        return closed || now.arrival() != Arrival.POISSON
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(1e9 / now.ratePerSecond()));
    }

    /** The times between its tasks' real starts, in {@link interleave.metric.Buckets}. */
    long[] gaps() {
        return gaps.counts();
    }

    /** By how much the next start is overdue; 0 if it is not. */
    long behindNanos(long now) {
        return closed ? 0 : Math.max(0, now - nextNanos);
    }

    /** Keeps the plan on a thread of its own, from a start to a close. */
    private final class Keeper implements Runnable {
        private final Thread thread = Thread.ofPlatform().name("plan").unstarted(this);
        private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
        private final Optional<Thread> before;
        private volatile boolean ended;
        /** By how much its starts are later than they were planned at first, since the process stood still so long. */
        private long pausedNanos;

        /** @param before what kept the plan before, and may still be busy with its last start */
        Keeper(Optional<Thread> before) {
            this.before = before;
        }

        void add(Load.Open next) {
            orders.add(new Order(next, ticker.nanos()));
            LockSupport.unpark(thread);
        }

        void end(Duration patience) throws InterruptedException {
            ended = true;
            LockSupport.unpark(thread);
            thread.join(patience);
        }

        @Override
        public void run() {
            try {
                if (before.isPresent()) before.get().join();
                TimerSlack.none();
                slice.ask();
                for (Order order = orders.poll(); order != null && !over(); order = orders.poll()) keep(order);
            } catch (InterruptedException e) {
                // The run has ended.
            }
            account(ticker.nanos());
            usedBefore = used;
        }

        /** Until the time of another load: what was planned before that is begun, however late it is. */
        private void keep(Order order) {
            Arrivals arrivals = new Arrivals(order.load, seed, changes++, order.sinceNanos);
            boolean exact = order.load.ratePerSecond() <= exactPerSecond();
            if (!exact) tellGrid();
            pausedNanos = 0;
            long pausedBefore = pauses.soFar();
            nextNanos = arrivals.next();
            while (!over()) {
                Order another = orders.peek();
                if (another != null && nextNanos >= another.sinceNanos) return;
                long ahead = nextNanos - ticker.nanos();
                if (ahead > 0) await(ahead, exact);
                long now = ticker.nanos();
                if (now - nextNanos >= Pauses.LEAST_NANOS && pauses.until(now) > pausedBefore) {
                    pausedBefore = pauses.soFar();
                    leaveOut(now - nextNanos);
                }
                beginDue(arrivals, another == null ? now : Math.min(now, another.sinceNanos - 1));
                if (now - accountedNanos >= ACCOUNT_NANOS) account(now);
            }
        }

        private void await(long nanos, boolean exact) {
            if (!exact) LockSupport.parkNanos(OpenPlan.this, Math.max(nanos, GRID_NANOS));
            else if (oneCpu) LockSupport.parkNanos(OpenPlan.this, nanos);
            else if (nanos > SPIN_NANOS) LockSupport.parkNanos(OpenPlan.this, nanos - SPIN_NANOS);
            else Thread.onSpinWait();
        }

        /** Has starts that came due while the process stood still begin now, and all others that much later. */
        private void leaveOut(long nanos) {
            pausedNanos += nanos;
            nextNanos += nanos;
        }

        private void beginDue(Arrivals arrivals, long until) {
            for (int i = 0; i < BATCH && nextNanos <= until && !over(); i++) {
                offer(nextNanos);
                nextNanos = arrivals.next() + pausedNanos;
            }
        }

        private boolean over() {
            return ended || flight.stopped();
        }
    }

    private double exactPerSecond() {
        return oneCpu ? EXACT_ON_ONE_CPU : EXACT_PER_SECOND;
    }

    private void tellGrid() {
        if (!toldGrid) findings.accept(String.format(Locale.ROOT, GRID, exactPerSecond()));
        toldGrid = true;
    }

    private void account(long now) {
        used = usedBefore.plus(rusage.read());
        accountedNanos = now;
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

    @Override
    public void began(long startNanos) {
        // Of constant gaps nobody asks how random they are.
        if (load.arrival() == Arrival.POISSON) gaps.began(startNanos);
    }

    @Override
    public boolean another(TaskSlot slot, long endNanos) {
        flight.down();
        return false;
    }
}
