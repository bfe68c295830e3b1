package interleave.execution;

import interleave.metric.Ticker;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.task.ConnectionBound;
import interleave.task.Kind;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSettings;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import interleave.task.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A workload that runs in this process. One thread gives it orders; any thread reads its numbers.
 */
public final class Execution implements RunCounters, AutoCloseable {
    /** For all that is open to be closed. */
    private static final Duration CLOSING = Duration.ofMillis(300);

    /** For the thread of an open load's plan to end. */
    private static final Duration PLAN_ENDING = Duration.ofSeconds(1);

    private final RunSpec spec;
    private final Ticker ticker;
    private final Consumer<Throwable> broken;
    private final AtomicLong latencyNanos;
    private final Work work = new Work();
    private final AtomicInteger tile = new AtomicInteger(TaskSettings.DEFAULT_TILE);
    private final ConnectionBound connections = new ConnectionBound();
    private final Consumer<String> findings;
    private final Failures failures;
    private final Model model;
    private final boolean waits;
    private final TasksInFlight flight = new TasksInFlight();
    private final ClosedPlan closed = new ClosedPlan(flight);
    private final Tally tally = new Tally();
    private final SlotSite site;
    private final AtomicInteger slots = new AtomicInteger();
    private final AtomicBoolean toldBroken = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile Optional<OpenPlan> open = Optional.empty();
    private Ceiling ceiling = Ceiling.NONE;
    private Pauses pauses = Pauses.NONE;
    /** The final counts; empty until it has ended. */
    private volatile Optional<Tally.Counts> last = Optional.empty();

    private Execution(
            RunSpec spec, ModelInfo info, TaskInfo task, TaskSetup setup, Ticker ticker, Consumer<Throwable> broken)
            throws Unable {
        this.spec = spec;
        this.ticker = ticker;
        this.broken = broken;
        this.site = new SlotSite(flight, ticker, this::broken);
        this.findings = setup.findings();
        this.latencyNanos = new AtomicLong(setup.latencyNanos().getAsLong());
        spec.knobs().forEach(this::set);
        this.waits = task.kind() == Kind.WAITING;
        this.failures = new Failures(spec.failureRate(), spec.seed());
        this.model = info.opening().open(failures.in(task), asked(setup, spec), spec.knobs());
    }

    private TaskSetup asked(TaskSetup setup, RunSpec spec) {
        TaskSetup live = setup.with(new TaskSettings(latencyNanos::get, work, tile::get, connections));
        return spec.transport().isPresent() ? live.with(spec.transport()) : live;
    }

    /**
     * Begins with one task: if nothing can be done, one task finds that out, not all of them at once. Only one that
     * fails is followed by another; once one has completed there is none until {@link #change}.
     *
     * @param spec its transport is one that this machine has
     * @param broken told, from any thread, of what makes further tasks pointless; nothing else follows
     * @throws Unable if there cannot be as many event loops as were asked for
     */
    public static Execution start(
            RunSpec spec, ModelInfo info, TaskInfo task, TaskSetup setup, Ticker ticker, Consumer<Throwable> broken)
            throws Unable {
        Execution execution = new Execution(spec, info, task, setup, ticker, broken);
        CountDownLatch first = execution.tally.first();
        execution.closed.begin(execution::openSlot, () -> first.getCount() == 0);
        return execution;
    }

    /** Has open loads leave out of their plan what this process stands still for, from the first of them on. */
    public void leaveOut(Pauses stillness) {
        pauses = stillness;
    }

    /** Bounds what open loads may pile up, from the first of them on. */
    public void bound(Ceiling most) {
        ceiling = most;
    }

    /** Goes on with another load, at once. */
    public void change(Load load) throws InterruptedException {
        // start-up: a switch over types is built anew by each JVM.
        if (load instanceof Load.Closed(int concurrency)) {
            if (open.isPresent()) open.get().close(PLAN_ENDING);
            closed.change(concurrency, this::openSlot);
        } else if (load instanceof Load.Open next) {
            closed.change(0, this::openSlot);
            if (open.isPresent()) open.get().change(next);
            else begin(next);
        }
    }

    private void begin(Load.Open load) {
        int cpus = Runtime.getRuntime().availableProcessors();
        OpenPlan plan = new OpenPlan(
                flight, ticker, load, spec.seed(), this::openAt, ceiling, pauses, findings, cpus, this::planLoop);
        open = Optional.of(plan);
        plan.start();
    }

    /** A loop that does nothing but wait, and so is there when a start is due. */
    private Optional<PlanLoop> planLoop() {
        return waits && work.none() ? model.planLoop() : Optional.empty();
    }

    /**
     * Goes on with another setting; without effect if the workload does not have it.
     *
     * @throws Unable if it cannot be had here: says why; the run goes on as before
     */
    public void tune(Knob knob, long value) throws Unable, InterruptedException {
        set(knob, value);
        model.tune(knob, value);
        if (knob == Knob.WORK && open.isPresent()) open.get().renew(PLAN_ENDING);
    }

    /** Sets one that the task itself follows. */
    private void set(Knob knob, long value) {
        if (knob == Knob.LATENCY) latencyNanos.set(value * 1000);
        if (knob == Knob.WORK) work.set(value);
        if (knob == Knob.TILE) tile.set((int) value);
        if (knob == Knob.CONNECTIONS) connections.set((int) value);
    }

    private void openSlot() {
        run(new TaskSlot(closed, site, stripe()), ticker.nanos());
    }

    private void openAt(long plannedNanos) {
        TaskSlot slot = new TaskSlot(open.orElseThrow(), site, stripe());
        slot.measureLateness();
        run(slot, plannedNanos);
    }

    private Tally.Stripe stripe() {
        return tally.stripe(slots.getAndIncrement());
    }

    private void run(TaskSlot slot, long plannedNanos) {
        slot.plan(plannedNanos);
        model.run(slot);
    }

    private void broken(Throwable why) {
        flight.stop();
        if (!toldBroken.getAndSet(true)) broken.accept(why);
    }

    /**
     * Begins no more tasks from now on. The first step of a {@link #stop}, which any thread may take while another is
     * busy with orders.
     */
    public void halt() {
        flight.stop();
    }

    /**
     * Begins no more tasks, lets those under way end, and cuts off what is left after {@code patience}: it is
     * cancelled. Then nothing is left of the run but its numbers, or soon will be. Only the first call has an effect.
     */
    public void stop(Duration patience) throws InterruptedException {
        if (stopping.getAndSet(true)) return;
        halt();
        if (open.isPresent()) open.get().close(PLAN_ENDING);
        if (!flight.drained(patience.toNanos())) flight.cutOff();
        // A million tasks take longer to be told than anyone should wait: their process ends before they know.
        Thread.ofPlatform().name("closing").start(this::closeAll).join(CLOSING);
        end();
    }

    /**
     * As {@link #stop}, for a process that ends right after: threads, loops and sockets are not told one by one, but
     * end with the process. Twenty thousand threads that are woken to end would keep it from ending.
     */
    public void leave(Duration patience) throws InterruptedException {
        if (stopping.getAndSet(true)) return;
        halt();
        long deadline = System.nanoTime() + patience.toNanos();
        if (open.isPresent()) open.get().close(patience);
        if (!flight.drained(deadline - System.nanoTime())) flight.cutOff();
        end();
    }

    /**
     * Counts tasks that were begun and never came back as cancelled: nobody waits for them any more, and if one comes,
     * nobody counts it.
     */
    private void end() {
        last = Optional.of(tally.counts().atTheEnd());
    }

    private void closeAll() {
        model.closeTasks();
        model.close();
    }

    /** Cuts off at once. */
    @Override
    public void close() {
        try {
            stop(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Tally tally() {
        return tally;
    }

    /** After the end they stay as they are, whatever comes back late. */
    @Override
    public Tally.Counts counts() {
        return last.orElseGet(tally::counts);
    }

    /** After the end, none: as {@link #counts} has it. */
    @Override
    public int inFlight() {
        return last.isPresent() ? 0 : flight.inFlight();
    }

    @Override
    public long raised() {
        return failures.raised();
    }

    @Override
    public int inFlightPeak() {
        return flight.peak();
    }

    @Override
    public Optional<PlanCounts> plan() {
        long now = ticker.nanos();
        return open.map(plan -> new PlanCounts(
                plan.offered(), plan.dropped(), plan.behindNanos(now), plan.randomGapNanos(), plan.used()));
    }

    @Override
    public long[] startGaps() {
        return open.map(OpenPlan::gaps).orElseGet(RunCounters.super::startGaps);
    }

    @Override
    public long virtualThreads() {
        return model.virtualThreads();
    }

    /** The way of its input and output, as {@link Task#transport} has it. */
    public String transport() {
        return model.transport();
    }

    /** Where on loopback it lets clients in; 0 if it does not. */
    public int port() {
        return model.tasks().getFirst().port();
    }

    /** Of several forms of one task, counters are added up; states are the model's to tell. */
    @Override
    public Map<String, Double> extra(long sinceNanos) {
        Map<String, Double> extra = new HashMap<>(model.extra(sinceNanos));
        extra.putAll(work.extra());
        for (Task task : model.tasks()) task.extra().forEach((name, value) -> extra.merge(name, value, Double::sum));
        return extra;
    }
}
