package interleave.cli;

import interleave.metric.Load;
import interleave.metric.Workload;
import java.time.Duration;
import java.util.List;

/**
 * What a headless run is to do: all workloads at the same time.
 *
 * @param warmup from the moment when every workload has completed a task; it counts for nothing
 * @param duration how long is measured after that
 */
record Plan(List<Asked> workloads, Duration warmup, Duration duration) {
    record Asked(Workload workload, Load load) {}
}
