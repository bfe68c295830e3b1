package interleave.trial;

import interleave.spec.RunSpec;
import java.time.Duration;
import java.util.List;

/**
 * The plan of a headless run: all runs at the same time.
 *
 * @param latency how long the HTTP service waits before it answers; no first task comes before that
 * @param warmup from the moment when every workload has completed a task; it counts for nothing
 * @param untilSettled whether the warm-up ends earlier, when all runs have {@link Settled}
 * @param duration how long is measured after that
 * @param interval the length of the windows that the measured time is told in
 */
public record TrialPlan(
        List<RunSpec> runs,
        Duration latency,
        Duration warmup,
        boolean untilSettled,
        Duration duration,
        Duration interval) {
    /** A second between two results, and a warm-up that takes as long as it is told. */
    public TrialPlan(List<RunSpec> runs, Duration latency, Duration warmup, Duration duration) {
        this(runs, latency, warmup, false, duration, Measurement.INTERVAL);
    }
}
