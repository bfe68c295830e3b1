package interleave.worker;

import interleave.execution.Execution;
import interleave.metric.RunSpec;
import interleave.metric.Ticker;
import interleave.task.Setup;
import interleave.task.Unable;
import interleave.wire.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A run's process. Orders come on standard input, a line each; messages go to standard output, a line each; words for
 * people go to standard error. Exit status: 0 when it was told to end, 1 after a {@code Fault}.
 */
public final class WorkerMain {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final long FIRST_TASK_MILLIS = 200;

    private WorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Child child = Child.begin();
        child.hello(0, "");
        try {
            serve(child);
        } catch (Unable | RuntimeException | Error e) {
            child.fault(e);
        }
    }

    private static void serve(Child child) throws InterruptedException, Unable {
        if (child.next() instanceof Order.Start start) {
            try (Execution execution = begin(child, start)) {
                obey(child, start.spec(), execution);
                execution.leave(PATIENCE);
                child.finish();
            }
        } else {
            throw new Unable("the first order must be to start", null);
        }
    }

    /** The first task has the machine to itself: it is what the user waits for. */
    private static Execution begin(Child child, Order.Start start) throws Unable, InterruptedException {
        Limits limits = limits();
        limits.check(start.spec(), start.spec().load());
        Execution execution = Execution.start(start.spec(), setup(child, start), Ticker.SYSTEM, child::fault);
        execution.bound(limits.ceiling(start.spec()));
        child.onStop(execution::halt);
        child.report(execution);
        if (execution.port() != 0 || !execution.transport().isEmpty())
            child.hello(execution.port(), execution.transport());
        execution.tally().first().await(FIRST_TASK_MILLIS, TimeUnit.MILLISECONDS);
        execution.change(start.spec().load());
        return execution;
    }

    private static Limits limits() {
        return new Limits(Allowed.read(Path.of("/")));
    }

    private static Setup setup(Child child, Order.Start start) {
        return new Setup(
                Runtime.getRuntime().availableProcessors(),
                start.servicePort(),
                start.spec().seed(),
                () -> Setup.DEFAULT_LATENCY_NANOS,
                Thread.ofPlatform().factory(),
                child::finding);
    }

    /** Comes back with the order to stop. */
    private static void obey(Child child, RunSpec run, Execution execution) throws InterruptedException, Unable {
        for (; ; ) {
            switch (child.next()) {
                case Order.Change(var load) -> {
                    limits().check(run, load);
                    execution.change(load);
                }
                case Order.Tune(var knob, long value) -> execution.tune(knob, value);
                case Order.Stop() -> {
                    return;
                }
                case Order.Start start -> throw new Unable("a worker runs one workload, and it has one", null);
            }
        }
    }
}
