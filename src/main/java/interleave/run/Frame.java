package interleave.run;

import interleave.metric.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The message of a worker about itself, every 250 ms. Counters only grow; the distributions alone cover just the time
 * since the frame before. All of a frame is read in one go, so that ratios of its differences hold.
 *
 * @param times nanoseconds, of the tasks since the frame before
 * @param extra further figures of a task or model, by snake_case name; counters unless the name says otherwise
 * @param firstFailure what the first task failed by that was not made to, or why the first wrong result was so
 */
public record Frame(
        RunSample sample, Map<TaskTime, Durations> times, Map<String, Double> extra, Optional<String> firstFailure) {
    /** Between two frames of one worker. */
    public static final Duration INTERVAL = Duration.ofMillis(250);

    public boolean has(SampleField field) {
        return sample.has(field);
    }

    /** @throws java.util.NoSuchElementException if it is not told */
    public long of(SampleField field) {
        return sample.of(field);
    }

    public Durations times(TaskTime time) {
        return times.getOrDefault(time, Durations.NONE);
    }

    /** The time for which the worker has not stood still up to now, from some time before it began. */
    public long runningNanos() {
        return of(SampleField.NANOS) - of(SampleField.PAUSED_NANOS);
    }

    /** True if the worker stood still between that frame and this one. */
    public boolean stoodStillSince(Frame before) {
        return of(SampleField.PAUSED_NANOS) > before.of(SampleField.PAUSED_NANOS);
    }

    /** In programs and in the kernel. */
    public long cpuMicros() {
        return of(SampleField.USER_US) + of(SampleField.SYSTEM_US);
    }

    /** Of the kernel, voluntary or not. */
    public long switches() {
        return of(SampleField.VOLUNTARY) + of(SampleField.INVOLUNTARY);
    }
}
