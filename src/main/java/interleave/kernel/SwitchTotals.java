package interleave.kernel;

import java.util.OptionalLong;

/**
 * The use of a process's threads since it began; of ended threads, as far as it is known.
 *
 * @param cpuNanos user and system time
 * @param voluntary switches for which a thread gave its CPU up
 * @param involuntary switches by which it was taken from one
 * @param waitedNanos time ready to run and without a CPU; empty where the kernel does not count
 */
public record SwitchTotals(long cpuNanos, long voluntary, long involuntary, OptionalLong waitedNanos, Source source) {
    /** Where they come from. */
    public enum Source {
        TASKSTATS("taskstats of the process: all threads, ended ones included", true),
        RUSAGE("getrusage(RUSAGE_SELF): all threads, ended ones included", true),
        SUM(
                "a sum over /proc/PID/task: of a thread that ended what was last seen of it (all of it takes"
                        + " CAP_NET_ADMIN and a kernel whose taskstats keep ended threads)",
                false);

        private final String words;
        private final boolean exact;

        Source(String words, boolean exact) {
            this.words = words;
            this.exact = exact;
        }

        public String words() {
            return words;
        }

        /** True if nothing is missing; else it is at least so much. */
        public boolean exact() {
            return exact;
        }
    }

    long switches() {
        return voluntary + involuntary;
    }

    SwitchTotals withCpu(long nanos) {
        return new SwitchTotals(nanos, voluntary, involuntary, waitedNanos, source);
    }
}
