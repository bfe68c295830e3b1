package interleave.tasks.lab;

import interleave.task.Task;
import interleave.task.TaskSetup;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A question that fails after the latency; the error is caught by whoever asked. */
final class Errors implements Task.Blocking {
    private final Traces traces = new Traces();
    private final LongSupplier latencyNanos;

    Errors(TaskSetup setup) {
        latencyNanos = setup.latencyNanos();
    }

    @Override
    public void call() throws InterruptedException {
        try {
            ask();
        } catch (IllegalStateException error) {
            traces.look(error, Errors.class);
        }
    }

    /** Its name is what is looked for. */
    private void ask() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(latencyNanos.getAsLong());
        answer();
    }

    private static void answer() {
        throw new IllegalStateException("no answer");
    }

    @Override
    public Map<String, Double> extra() {
        return traces.extra();
    }

    /** Holds nothing: who owns the threads interrupts them. */
    @Override
    public void close() {}
}
