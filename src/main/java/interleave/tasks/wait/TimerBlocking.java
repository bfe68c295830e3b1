package interleave.tasks.wait;

import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.WrongResult;
import java.util.function.LongSupplier;

/** A wait of the latency by a thread that sleeps. */
final class TimerBlocking implements Task.Blocking {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier latencyNanos;

    TimerBlocking(TaskSetup setup) {
        latencyNanos = setup.latencyNanos();
    }

    @Override
    public void call() throws InterruptedException, WrongResult {
        long nanos = latencyNanos.getAsLong();
        long begin = System.nanoTime();
        Thread.sleep(nanos / NANOS_PER_MILLI, (int) (nanos % NANOS_PER_MILLI));
        long took = System.nanoTime() - begin;
        if (took < nanos) throw TimerAsync.early(nanos - took);
    }

    /** Holds nothing: who owns the threads interrupts them. */
    @Override
    public void close() {}
}
