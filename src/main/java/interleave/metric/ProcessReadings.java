package interleave.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The readings of one process at one tick. Immutable.
 *
 * @param id of the process
 * @param name as the kernel has it: text that is not ours
 * @param remark what it is where it is no ordinary living process; empty if it is one
 * @param over whether it has ended, so that nothing will follow
 * @param source where its counters are from
 * @param values a reading for each of {@link ProcessMetrics#ALL}
 */
public record ProcessReadings(
        Id id, String name, Optional<String> remark, boolean over, Source source, Map<Metric, Reading> values) {
    /**
     * A process for good: its number may be given to another one after its end.
     *
     * @param startTicks hundredths of a second from the boot to its start
     */
    public record Id(int pid, long startTicks) {
        // start-up: the JVM takes 20 ms to build the generated one.
        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && pid == id.pid && startTicks == id.startTicks;
        }

        @Override
        public int hashCode() {
            return 31 * pid + Long.hashCode(startTicks);
        }
    }

    /**
     * Where counters are from.
     *
     * @param exact whether all threads are in them, ended ones too; else a number is at least so much
     */
    public record Source(String words, boolean exact) {
        public static final Source UNKNOWN = new Source("", true);
    }

    public Reading of(Metric metric) {
        return values.getOrDefault(metric, Reading.WARMING_UP);
    }

    /** The same process, ended: nothing is known of its now. */
    public ProcessReadings ended(String how) {
        Reading none = Reading.absent(Reading.Why.STALE, how);
        return new ProcessReadings(id, name, Optional.of(how), true, source, all(none));
    }

    /** The same, with a remark. */
    public ProcessReadings remarked(String words) {
        return new ProcessReadings(id, name, Optional.of(words), over, source, values);
    }

    /** Every metric with the same reading. */
    public static Map<Metric, Reading> all(Reading reading) {
        Map<Metric, Reading> values = new LinkedHashMap<>();
        for (Metric metric : ProcessMetrics.ALL) values.put(metric, reading);
        return values;
    }
}
