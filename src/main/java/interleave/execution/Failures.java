package interleave.execution;

import interleave.task.Fault;
import interleave.task.TaskInfo;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Makes a share of the tasks of a run fail, and counts what it raised. Which of them fail, and how, is drawn by lot:
 * for the same seed, the n-th task to begin always draws the same. Safe from any thread.
 */
final class Failures {
    private static final Fault[] KINDS = Fault.values();

    private final double rate;
    private final long seed;
    private final AtomicLong drawn = new AtomicLong();
    private final LongAdder raised = new LongAdder();

    /** @param rate the share, from 0 to 1 */
    Failures(double rate, long seed) {
        this.rate = rate;
        this.seed = seed;
    }

    /** A task that fails as often as asked for, in both of its forms; the task itself if that is never. */
    TaskInfo in(TaskInfo task) {
        if (rate == 0) return task;
        return task.by(
                setup -> new FaultyBlocking(task.blocking().apply(setup), this, wait(task, setup.latencyNanos())),
                setup -> in(task.async().apply(setup), wait(task, setup.latencyNanos())));
    }

    private TaskInfo.AsyncForm in(TaskInfo.AsyncForm form, LongSupplier waitNanos) {
        return place -> new FaultyAsync(form.open(place), this, place.loop(), waitNanos);
    }

    private static LongSupplier wait(TaskInfo task, LongSupplier latencyNanos) {
        return task.hasLatency() ? latencyNanos : () -> 0;
    }

    /** The fault of the next task; null if it is to succeed. */
    Fault draw() {
        long lot = Lots.mixed(seed, drawn.getAndIncrement());
        if ((lot >>> 11) * 0x1p-53 >= rate) return null;
        return KINDS[(int) Long.remainderUnsigned(Lots.mixed(1, lot), KINDS.length)];
    }

    /** Counts one that is about to be thrown, or told. */
    Raised raise(Fault fault, Throwable cause) {
        raised.increment();
        return new Raised(fault.words, cause);
    }

    long raised() {
        return raised.sum();
    }
}
