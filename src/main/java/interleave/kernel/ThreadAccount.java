package interleave.kernel;

import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the threads of a process so that the sums never go back: what an ended thread had used by the last look stays
 * in them. One thread.
 */
final class ThreadAccount {
    private final Map<Integer, SchedStat> living = new HashMap<>();
    private SchedStat ended = SchedStat.NOTHING;

    /** A thread's numbers of now. */
    void saw(int thread, SchedStat use) {
        SchedStat last = living.put(thread, use);
        if (last != null && last.cpuNanos() > use.cpuNanos()) ended = ended.plus(last);
    }

    /** A thread is gone. */
    void lost(int thread) {
        SchedStat last = living.remove(thread);
        if (last != null) ended = ended.plus(last);
    }

    /** Lifts the CPU time to what is known to have been used by all threads together. */
    void atLeast(long cpuNanos) {
        long missing = cpuNanos - total().cpuNanos();
        if (missing > 0) ended = ended.plus(new SchedStat(missing, 0, 0));
    }

    SchedStat total() {
        SchedStat sum = ended;
        for (SchedStat use : living.values()) sum = sum.plus(use);
        return sum;
    }
}
