package interleave.lab.advice;

import interleave.spec.Workload;

/**
 * A model that is tried.
 *
 * @param threads what its tasks keep of threads while they wait and compute
 */
public record Entrant(Workload workload, Threads threads) {
    /** Where a task's thread comes from. */
    public enum Threads {
        /** A pool of a size to be found. */
        POOL,
        /** One, for one task at a time. */
        ONE,
        /** Whatever there are, no task waits for one but for a CPU. */
        ENOUGH
    }
}
