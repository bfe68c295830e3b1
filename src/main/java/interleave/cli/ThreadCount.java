package interleave.cli;

import interleave.spec.Limits;

/**
 * A number of threads.
 *
 * @param perCpu whether it is for each CPU
 */
record ThreadCount(int number, boolean perCpu) {
    int of(int cpus) {
        return Math.min(Limits.MOST_THREADS, perCpu ? number * cpus : number);
    }
}
