package interleave.execution;

import interleave.metric.Ticker;
import interleave.task.Task;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The framework's cost for each task: one that does nothing, timed, counted, recorded and followed by another. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TaskSlotBench {
    private static final Task.Blocking NOTHING = new Task.Blocking() {
        @Override
        public void call() {}

        @Override
        public void close() {}
    };

    /** A run of many slots. */
    @State(Scope.Benchmark)
    public static class Run {
        final TasksInFlight flight = new TasksInFlight();
        final ClosedPlan plan = new ClosedPlan(flight);
        final Tally tally = new Tally();
        final AtomicInteger slots = new AtomicInteger();

        public Run() {
            plan.change(64, () -> {});
        }
    }

    /** One of them, on a thread of its own. */
    @State(Scope.Thread)
    public static class One {
        private TaskSlot slot;

        @org.openjdk.jmh.annotations.Setup
        public void open(Run run) {
            slot = new TaskSlot(
                    run.plan,
                    new SlotSite(run.flight, Ticker.SYSTEM, why -> {}),
                    run.tally.stripe(run.slots.getAndIncrement()));
        }
    }

    @Benchmark
    public boolean task(One one) {
        return one.slot.once(NOTHING);
    }

    @Benchmark
    @Threads(2)
    public boolean taskOnEachOfTwoThreads(One one) {
        return one.slot.once(NOTHING);
    }

    /** The part of it that is the operating system's. */
    @Benchmark
    public long clockTwice() {
        return Ticker.SYSTEM.nanos() - Ticker.SYSTEM.nanos();
    }
}
