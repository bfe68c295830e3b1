package interleave.kernel;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the threads of a process so that the sums never go back: what an ended thread had used by the last look stays
 * in them. One thread.
 */
public final class ThreadAccount {
    /** {@code /proc/PID/task/TID/schedstat}: time on a CPU, and how often it was put on one. */
    public record Use(long cpuNanos, long slices) {
        public static Use parse(Cursor text) throws IOException {
            long cpu = text.number();
            text.number();
            return new Use(cpu, text.number());
        }

        Use plus(Use other) {
            return new Use(cpuNanos + other.cpuNanos, slices + other.slices);
        }
    }

    private final Map<Integer, Use> living = new HashMap<>();
    private Use ended = new Use(0, 0);

    /** A thread's numbers of now. */
    public void saw(int thread, Use use) {
        Use last = living.put(thread, use);
        if (last != null && last.cpuNanos > use.cpuNanos) ended = ended.plus(last);
    }

    /** A thread is gone. */
    public void lost(int thread) {
        Use last = living.remove(thread);
        if (last != null) ended = ended.plus(last);
    }

    /** Lifts the CPU time to what is known to have been used by all threads together. */
    public void atLeast(long cpuNanos) {
        long missing = cpuNanos - total().cpuNanos;
        if (missing > 0) ended = ended.plus(new Use(missing, 0));
    }

    public Use total() {
        Use sum = ended;
        for (Use use : living.values()) sum = sum.plus(use);
        return sum;
    }
}
