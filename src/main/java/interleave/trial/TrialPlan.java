package interleave.trial;

import interleave.spec.RunSpec;
import java.time.Duration;
import java.util.List;

/**
 * What a headless run is to do: all runs at the same time.
 *
 * @param latency how long the HTTP service waits before it answers; no first task comes before that
 * @param warmup from the moment when every workload has completed a task; it counts for nothing
 * @param duration how long is measured after that
 */
public record TrialPlan(List<RunSpec> runs, Duration latency, Duration warmup, Duration duration) {}
