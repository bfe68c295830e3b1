package interleave.state;

/**
 * A row of threads for good, however the order changes: one thread, or a pool.
 *
 * @param pid the process; 0 of pools of the kernel's own
 * @param tid the thread; 0 of a pool
 * @param startTicks of the thread, since its number may be given to another one; 0 of a pool
 * @param pool its name; empty of a thread
 */
public record ThreadKey(int pid, int tid, long startTicks, String pool) {
    static ThreadKey ofPool(int pid, String pool) {
        return new ThreadKey(pid, 0, 0, pool);
    }

    static ThreadKey of(interleave.metric.ThreadReadings.Id id) {
        return new ThreadKey(id.pid(), id.tid(), id.startTicks(), "");
    }
}
