package interleave.cli;

/**
 * A number of threads.
 *
 * @param perCpu whether it is for each CPU
 */
record ThreadCount(int number, boolean perCpu) {
    static final int MOST = 20_000;

    int of(int cpus) {
        return Math.min(MOST, perCpu ? number * cpus : number);
    }
}
