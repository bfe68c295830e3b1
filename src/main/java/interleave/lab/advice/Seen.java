package interleave.lab.advice;

import interleave.metric.Reading;
import interleave.run.RunReadings;

/**
 * One measurement of a model at a rate.
 *
 * @param askedPerSecond the rate of the plan
 * @param offeredPerSecond starts whose time came: at random there are a few more or less
 * @param tasksPerSecond those that ended
 * @param p99Millis of the response time; missing where too few tasks ended to tell
 * @param cpuBusy the CPU time of the run, of that which its CPUs have
 * @param dropped starts that were left out, since too much had piled up
 * @param readings all of it
 */
public record Seen(
        double askedPerSecond,
        double offeredPerSecond,
        double tasksPerSecond,
        Reading p99Millis,
        double cpuBusy,
        double dropped,
        RunReadings readings) {
    /** Fewer ends than starts by more than that are a queue that grows. */
    private static final double KEPT_UP = 0.97;

    /** True if the rate was kept, and answered in time. */
    public boolean holds(Need need) {
        return dropped == 0
                && tasksPerSecond >= KEPT_UP * offeredPerSecond
                && p99Millis.orElse(Double.POSITIVE_INFINITY) <= need.p99Millis();
    }
}
