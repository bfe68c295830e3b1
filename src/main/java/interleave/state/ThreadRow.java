package interleave.state;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadReadings;

/**
 * A row of threads: one, or all of a pool together. Numbers of a pool are sums over those of its threads that have one.
 *
 * @param name the thread's, or what the pool's threads share
 * @param threads how many they are
 * @param busiest the thread itself, or the one of the pool that comes first in the order
 * @param ageMillis how long ago the one was looked at that was looked at longest ago
 * @param within whether it is a thread of a pool that is open above it
 * @param sums by the places of {@link ThreadMetrics#ALL}; NaN where no thread has a number
 * @param least whether a sum lacks some of the threads that switched: of very many, not all are looked at in full
 */
public record ThreadRow(
        ThreadKey key,
        String name,
        int threads,
        ThreadReadings busiest,
        int ageMillis,
        boolean within,
        double[] sums,
        boolean[] least) {
    public boolean pool() {
        return key.tid() == 0;
    }

    /** True if the number is at least so much. */
    public boolean least(Metric metric) {
        return least[ThreadMetrics.ALL.indexOf(metric)];
    }

    public Reading of(Metric metric) {
        double sum = sums[ThreadMetrics.ALL.indexOf(metric)];
        // Those that have none may have them all.
        return Double.isNaN(sum) || (least(metric) && sum == 0) ? Reading.WARMING_UP : Reading.of(sum);
    }
}
