package interleave.execution;

import interleave.kernel.Rusage;
import interleave.kernel.ShortSlice;
import interleave.metric.Ticker;
import interleave.spec.Arrival;
import interleave.spec.Load;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Begins tasks at planned times and waits for no answer. A {@link PlanThread} keeps the plan to a few microseconds. Of
 * rates above {@link #EXACT_PER_SECOND}, or on one CPU {@link #EXACT_ON_ONE_CPU}, where a wake-up for each start would
 * cost a core, it sleeps for a quarter of a millisecond at least and begins all that came due meanwhile, and says so.
 * On one CPU {@link PlanOnLoop} does that where an event loop can, from a start to an end; at lower rates all models
 * have the same thread, so that they can be compared. What a thread of its own costs it tells apart. What cannot be
 * begun since too many tasks are in flight is dropped, and counted.
 */
final class OpenPlan implements StartPlan {
    static final double EXACT_PER_SECOND = 20_000;

    /** A wake-up for each start took 15 to 20 us there, on a virtual machine: a third of the CPU at 20,000/s. */
    static final double EXACT_ON_ONE_CPU = 5000;

    static final long GRID_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    private static final String GRID =
            "starts of more than %,.0f/s are bunched to a quarter of a millisecond: below, each is planned at its own"
                    + " time";

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
    private final Supplier<Optional<PlanLoop>> loop;
    private final AtomicLong changes = new AtomicLong();
    private volatile Optional<PlanKeeper> keeper = Optional.empty();
    private volatile Course course;
    private volatile Load.Open load;
    private boolean toldGrid;
    private volatile boolean closed;
    private volatile long offered;
    private volatile long dropped;
    private volatile Optional<Rusage.Used> used = Optional.empty();
    /** By threads of the plan that have ended. */
    private Rusage.Used usedBefore = Rusage.Used.NOTHING;

    /**
     * @param begin begins one task whose planned start it is given
     * @param findings told once if the ceiling is reached, where that has a reason
     * @param cpus that the run may use
     * @param loop that the tasks begin on, as long as they keep it free; empty if they do not
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
            int cpus,
            Supplier<Optional<PlanLoop>> loop) {
        this.oneCpu = cpus == 1;
        this.loop = loop;
        this.flight = flight;
        this.ticker = ticker;
        this.load = load;
        this.seed = seed;
        this.begin = begin;
        this.ceiling = ceiling;
        this.pauses = pauses;
        this.findings = findings;
        this.course = course();
    }

    private Course course() {
        return new Course(seed, changes::getAndIncrement, pauses, ticker.nanos());
    }

    /** Orders come from one thread at a time. */
    void start() {
        closed = false;
        gaps.restart();
        Course next = course();
        course = next;
        add(load);
        PlanKeeper keeping = keeper(next);
        keeper = Optional.of(keeping);
        keeping.begin();
    }

    private PlanKeeper keeper(Course next) {
        Optional<PlanKeeper> busy = keeper.filter(before -> !before.gone());
        Optional<PlanLoop> there = busy.isEmpty() && onGrid(load) ? onLoop() : Optional.empty();
        if (there.isEmpty()) return new PlanThread(this, next, ticker, slice, busy);
        used = Optional.empty();
        return new PlanOnLoop(this, next, ticker, there.get());
    }

    private Optional<PlanLoop> onLoop() {
        return oneCpu ? loop.get() : Optional.empty();
    }

    private void add(Load.Open next) {
        if (onGrid(next)) tellGrid();
        course.add(next, ticker.nanos());
    }

    /** Goes on with another load, whether it was closed or not; what was counted stays counted. */
    void change(Load.Open next) {
        load = next;
        if (closed) {
            start();
            return;
        }
        add(next);
        keeper.ifPresent(PlanKeeper::wake);
    }

    /** Tasks have changed: whoever keeps the plan may not be the right one any more. */
    void renew(Duration patience) throws InterruptedException {
        boolean fits = keeper.isEmpty() || !(keeper.get() instanceof PlanOnLoop) || onLoop().isPresent();
        if (closed || fits) return;
        close(patience);
        start();
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

    /**
     * CPU time and switches of its thread: they are part of the process's own account. Empty where it has none.
     */
    Optional<Rusage.Used> used() {
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
        return closed ? 0 : Math.max(0, now - course.nextNanos());
    }

    boolean hasOneCpu() {
        return oneCpu;
    }

    boolean stopped() {
        return flight.stopped();
    }

    /** True if starts of that load are bunched. */
    boolean onGrid(Load.Open of) {
        return of.ratePerSecond() > exactPerSecond();
    }

    private double exactPerSecond() {
        return oneCpu ? EXACT_ON_ONE_CPU : EXACT_PER_SECOND;
    }

    private void tellGrid() {
        if (!toldGrid) findings.accept(String.format(Locale.ROOT, GRID, exactPerSecond()));
        toldGrid = true;
    }

    /** On the plan's thread. */
    void account() {
        used = Optional.of(usedBefore.plus(rusage.read()));
    }

    /** On the plan's thread, which ends. */
    void accountEnded() {
        account();
        usedBefore = used.orElseThrow();
    }

    /** By whoever keeps the plan. */
    void offer(long plannedNanos) {
        offered++;
        if (flight.inFlight() >= ceiling.most()) {
            if (dropped++ == 0 && !ceiling.why().isEmpty()) findings.accept(ceiling.why());
            return;
        }
        flight.up();
        begin.accept(plannedNanos);
    }

    /** By whoever keeps the plan: a start that goes on in the slot of a task that ended. */
    void offeredAnother() {
        offered++;
    }

    @Override
    public void began(long startNanos) {
        keeper.ifPresent(keeping -> keeping.began(startNanos));
        // Of constant gaps nobody asks how random they are.
        if (load.arrival() == Arrival.POISSON) gaps.began(startNanos);
    }

    @Override
    public boolean another(TaskSlot slot, long endNanos) {
        if (keeper.isPresent() && keeper.get().follows(slot, endNanos)) return true;
        flight.down();
        return false;
    }

    /** A slot whose task failed would have the next one rest. */
    @Override
    public boolean anotherAfterFailure(TaskSlot slot, long endNanos) {
        flight.down();
        return false;
    }
}
