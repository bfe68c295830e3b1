package interleave.execution;

import interleave.kernel.Rusage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The counters of whatever does tasks. Safe from any thread. */
public interface RunCounters {
    Tally tally();

    default Tally.Counts counts() {
        return tally().counts();
    }

    /** Tasks planned or started, and not ended. */
    int inFlight();

    /** The most that {@link #inFlight} ever was. */
    int inFlightPeak();

    /** The counts of an open load's plan; empty while there was none. */
    default Optional<PlanCounts> plan() {
        return Optional.empty();
    }

    /** Tasks of open loads by the time since the real start before their own, in {@link interleave.metric.Buckets}. */
    default long[] startGaps() {
        return new long[0];
    }

    /** Failures raised on purpose. */
    default long raised() {
        return 0;
    }

    /** Virtual threads alive that its tasks run on. */
    default long virtualThreads() {
        return 0;
    }

    /**
     * Further figures, by the names of {@link interleave.run.ExtraMetrics}. Asking changes nothing: any number of
     * readers may.
     *
     * @param sinceNanos from when on the most of what comes and goes is asked for, by {@link
     *     interleave.metric.Ticker#SYSTEM}; counters are since the start
     */
    default Map<String, Double> extra(long sinceNanos) {
        return Map.of();
    }

    /**
     * The counts of a plan.
     *
     * @param offered starts whose time has come
     * @param dropped of those, the ones that were left out
     * @param behindNanos by how much the next start is overdue
     * @param randomGapNanos the mean of the planned gaps between starts that are at random (Poisson); empty of others
     * @param used CPU time and switches of the plan's own thread, a hundredth of a second old at most while it is busy;
     *     empty where it has none
     */
    record PlanCounts(
            long offered, long dropped, long behindNanos, OptionalLong randomGapNanos, Optional<Rusage.Used> used) {}
}
