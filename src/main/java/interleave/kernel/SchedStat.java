package interleave.kernel;

import java.io.IOException;

/**
 * The scheduler's account of one OS thread: {@code schedstat} (sched-stats in the kernel's documentation).
 *
 * @param cpuNanos time on a CPU
 * @param waitedNanos time ready to run, and without a CPU
 * @param slices how often it was put on a CPU
 */
record SchedStat(long cpuNanos, long waitedNanos, long slices) {
    static final SchedStat NOTHING = new SchedStat(0, 0, 0);

    static SchedStat parse(Cursor text) throws IOException {
        return new SchedStat(text.number(), text.number(), text.number());
    }

    SchedStat plus(SchedStat other) {
        return new SchedStat(cpuNanos + other.cpuNanos, waitedNanos + other.waitedNanos, slices + other.slices);
    }

    SchedStat minus(SchedStat other) {
        return new SchedStat(cpuNanos - other.cpuNanos, waitedNanos - other.waitedNanos, slices - other.slices);
    }
}
