package interleave.worker;

import interleave.catalogue.Workloads;
import interleave.child.ParentLink;
import interleave.execution.Execution;
import interleave.kernel.ListenQueue;
import interleave.kernel.ProcessLimits;
import interleave.metric.Ticker;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Target;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import interleave.tasks.http.TargetServer;
import interleave.wire.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A run's process. Orders come on standard input, a line each; messages go to standard output, a line each; words for
 * people go to standard error. Exit status: 0 when it was told to end, 1 after a {@code Fault}, 17 when its time was
 * up.
 */
public final class WorkerMain {
    /**
     * For tasks under way to end. The rest of the second in which a run has to be gone is the kernel's: it took 0.4 s
     * to end 20,000 threads, and 0.6 s where each of 16,000 had a connection.
     */
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private static final long FIRST_TASK_MILLIS = 200;

    private WorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        run(ParentLink.begin());
    }

    public static void run(ParentLink child) throws InterruptedException {
        child.hello(0, "");
        try {
            serve(child);
        } catch (Unable | RuntimeException | Error e) {
            child.fault(e);
        }
    }

    private static void serve(ParentLink child) throws InterruptedException, Unable {
        if (child.next() instanceof Order.Start start) {
            Execution execution = begin(child, start);
            obey(child, start.spec(), execution);
            end(child, execution);
        } else {
            throw new Unable("the first order must be to start", null);
        }
    }

    /** The first task has the machine to itself: it is what the user waits for. */
    private static Execution begin(ParentLink child, Order.Start start) throws Unable, InterruptedException {
        ProcessOptions asked = start.spec().process();
        if (!asked.equals(ProcessOptions.NONE)) OptionEffects.ofThisProcess().check(asked);
        LoadLimits limits = limits();
        limits.check(start.spec(), start.spec().load());
        Execution execution = Workloads.start(start.spec(), reached(child, start), Ticker.SYSTEM, child::fault);
        OptionEffects.check(start.spec(), execution.transport());
        OptionEffects.checkCarriers(start.spec());
        execution.leaveOut(child.pauses());
        execution.bound(limits.ceiling(start.spec()));
        watchQueues(child, start.spec());
        child.onStop(() -> end(child, execution));
        child.report(execution);
        if (execution.port() != 0 || !execution.transport().isEmpty())
            child.hello(execution.port(), execution.transport());
        execution.tally().first().await(FIRST_TASK_MILLIS, TimeUnit.MILLISECONDS);
        child.settleIn();
        execution.change(start.spec().load());
        return execution;
    }

    /** Where more connections may come at once than find room in their server's queue, that is looked at. */
    private static void watchQueues(ParentLink child, RunSpec run) {
        Path proc = Path.of("/proc");
        OptionalLong longest = ListenQueue.longest(proc);
        if (longest.isEmpty() || connections(run) <= longest.getAsLong()) return;
        ListenQueue queue = new ListenQueue(proc);
        child.afterEachFrame(() -> queue.tell(child::finding));
    }

    private static long connections(RunSpec run) {
        long inFlight = run.load() instanceof Load.Closed(int concurrency) ? concurrency : Long.MAX_VALUE;
        return LoadDemand.of(run).map(demand -> demand.connections(inFlight)).orElse(0L);
    }

    /** On the thread that reads orders, unless the order to stop came before the run had begun. */
    private static void end(ParentLink child, Execution execution) throws InterruptedException {
        execution.leave(PATIENCE);
        child.finish();
    }

    private static LoadLimits limits() {
        return new LoadLimits(ProcessLimits.read(Path.of("/")));
    }

    /** With the server that is asked, once it lets somebody in. */
    private static TaskSetup reached(ParentLink child, Order.Start start) throws Unable, InterruptedException {
        TaskSetup setup = setup(child, start);
        Optional<Target> target = start.spec().target();
        // A word now and then: who waits is not silent.
        return target.isEmpty() ? setup : setup.with(TargetServer.await(target.get(), () -> child.hello(0, "")));
    }

    private static TaskSetup setup(ParentLink child, Order.Start start) {
        return new TaskSetup(
                Runtime.getRuntime().availableProcessors(),
                start.servicePort(),
                start.spec().seed(),
                () -> TaskSetup.DEFAULT_LATENCY_NANOS,
                Thread.ofPlatform().factory(),
                child::finding);
    }

    /** Comes back with the order to stop. */
    private static void obey(ParentLink child, RunSpec begun, Execution execution) throws InterruptedException, Unable {
        RunSpec run = begun;
        for (; ; ) {
            switch (child.next()) {
                case Order.Change change -> run = changed(child, run, change, execution);
                case Order.Tune tune -> run = tuned(child, run, tune, execution);
                case Order.Stop() -> {
                    return;
                }
                case Order.Limit limit -> {}
                case Order.Start start -> throw new Unable("a worker runs one workload, and it has one", null);
            }
        }
    }

    /** The run after a change; a change that is not possible is refused, and changes nothing. */
    private static RunSpec changed(ParentLink child, RunSpec run, Order.Change change, Execution execution)
            throws InterruptedException {
        RunSpec next = run.with(change.load());
        try {
            limits().checkChange(run, next);
            watchQueues(child, next);
            execution.change(change.load());
            return next;
        } catch (Unable e) {
            child.refuse(change, new Order.Change(run.load()), e);
            return run;
        }
    }

    /** The same of a setting. */
    private static RunSpec tuned(ParentLink child, RunSpec run, Order.Tune tune, Execution execution)
            throws InterruptedException {
        RunSpec next = run.with(tune.knob(), tune.value());
        try {
            limits().checkChange(run, next);
            execution.tune(tune.knob(), tune.value());
            OptionEffects.checkCarriers(next);
            return next;
        } catch (Unable e) {
            child.refuse(tune, new Order.Tune(tune.knob(), inForce(run, tune.knob())), e);
            return run;
        }
    }

    private static long inForce(RunSpec run, Knob knob) {
        return LoadDemand.of(run).map(demand -> demand.value(knob)).orElse(knob.least);
    }
}
