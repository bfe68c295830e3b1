package interleave.execution;

import interleave.metric.Load;
import interleave.metric.Ticker;
import interleave.metric.Workload;
import interleave.task.Setup;
import interleave.task.TaskInfo;
import interleave.task.Tasks;
import interleave.task.Unable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A workload that runs in this process. One thread gives it orders; any thread reads its numbers.
 */
public final class Execution implements Counted, AutoCloseable {
    /** For tasks that were cut off to say so. */
    private static final Duration CUT_OFF = Duration.ofMillis(200);

    private final Ticker ticker;
    private final Consumer<Throwable> broken;
    private final Model model;
    private final ClosedPlan plan = new ClosedPlan();
    private final Tally tally = new Tally();
    private final AtomicInteger slots = new AtomicInteger();
    private final AtomicBoolean toldBroken = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Execution(Model model, Ticker ticker, Consumer<Throwable> broken) {
        this.model = model;
        this.ticker = ticker;
        this.broken = broken;
    }

    /**
     * Begins with one task in flight: if nothing can be done, one task finds that out, not all of them at once.
     *
     * @param broken told, from any thread, of what makes further tasks pointless; nothing else follows
     * @throws Unable if there is no such workload
     */
    public static Execution start(Workload workload, Setup setup, Ticker ticker, Consumer<Throwable> broken)
            throws Unable {
        TaskInfo task = Tasks.named(workload.task()).orElseThrow(() -> unknown(workload));
        ModelInfo info = Models.named(workload.model()).orElseThrow(() -> unknown(workload));
        Execution execution = new Execution(info.open().apply(task, setup), ticker, broken);
        execution.plan.change(1, execution::open);
        return execution;
    }

    private static Unable unknown(Workload workload) {
        return new Unable("there is no workload " + workload + ": 'interleave list' names them all", null);
    }

    /** Goes on with another load, at once. */
    public void change(Load load) throws Unable {
        switch (load) {
            case Load.Closed(int concurrency) -> plan.change(concurrency, this::open);
            case Load.Open open -> throw new Unable("a load by rate is not there yet: give a concurrency", null);
        }
    }

    private void open() {
        Slot slot = new Slot(plan, tally.stripe(slots.getAndIncrement()), ticker, this::broken);
        slot.plan(ticker.nanos());
        model.run(slot);
    }

    private void broken(Throwable why) {
        plan.stop();
        if (!toldBroken.getAndSet(true)) broken.accept(why);
    }

    /**
     * Begins no more tasks, lets those under way end, and cuts off what is left after {@code patience}: it fails. Then
     * nothing is left of the run but its numbers. Only the first call has an effect.
     */
    public void stop(Duration patience) throws InterruptedException {
        if (ended.getAndSet(true)) return;
        plan.stop();
        boolean drained = plan.drained(patience.toNanos());
        model.task().close();
        if (!drained) plan.drained(CUT_OFF.toNanos());
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

    @Override
    public int inFlight() {
        return plan.inFlight();
    }

    @Override
    public int inFlightPeak() {
        return plan.inFlightPeak();
    }

    @Override
    public long virtualThreads() {
        return model.virtualThreads();
    }

    /** How it does its input and output: {@code epoll}, {@code nio}, {@code blocking}, or empty. */
    public String transport() {
        return model.task().transport();
    }

    @Override
    public Map<String, Double> extra() {
        return model.task().extra();
    }
}
