package interleave.kernel;

/**
 * The use of one thread since it began.
 *
 * @param switches how often it was put on a CPU
 * @param waitedNanos time ready to run and without a CPU; means nothing where it is not counted
 * @param waitsCounted whether the kernel counts that time
 */
public record ThreadCounters(long cpuNanos, long waitedNanos, long switches, boolean waitsCounted) {
    static ThreadCounters of(SchedStat account) {
        return new ThreadCounters(account.cpuNanos(), account.waitedNanos(), account.slices(), true);
    }
}
