package interleave.task;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The live settings of a run that its task follows, whatever the model. Safe from any thread.
 *
 * @param latencyNanos how long a wait takes; it may change at any time
 * @param work what a task computes besides
 * @param tile the side of a picture, in pixels
 * @param connections how many tasks may ask the service at once
 */
public record TaskSettings(LongSupplier latencyNanos, Work work, IntSupplier tile, ConnectionBound connections) {
    public static final int DEFAULT_TILE = 256;

    /** With nothing to compute, and no bound. */
    public static TaskSettings waiting(LongSupplier latencyNanos) {
        return new TaskSettings(latencyNanos, new Work(), () -> DEFAULT_TILE, new ConnectionBound());
    }
}
