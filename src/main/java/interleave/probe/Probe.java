package interleave.probe;

import interleave.metric.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One source of numbers about the machine. Used by one thread at a time.
 *
 * @param <S> what is read: raw counters, immutable
 */
public interface Probe<S> {
    /** A word or two for messages. */
    String name();

    /** The metrics that {@link #derive} gives, always all of them. */
    List<Metric> metrics();

    /**
     * Reads the source; the only method that touches the world.
     *
     * @throws interleave.kernel.Unreadable if this machine does not have the source, or has it and it cannot be read:
     *     its message is shown. That of any other exception is not, since it was not written for people
     */
    S read() throws IOException;

    /**
     * Turns samples into readings. Pure.
     *
     * @param before the sample before, or empty at the first and after a failure: rates are then warming up
     * @param elapsedNanos the measured time between the two; 0 without {@code before}
     */
    ProbeReadings derive(Optional<S> before, S after, long elapsedNanos);

    /** True if its first {@link #read} takes so long that the first rates of the others must not wait for it. */
    default boolean slowToStart() {
        return false;
    }
}
