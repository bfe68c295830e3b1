package interleave.task;

/** The thing that a task spends its time on; it decides which loads and pool sizes are natural. */
public enum Kind {
    /** Nearly all of it is spent off the CPU, for an answer or a timer. */
    WAITING(256, 0, 64),
    /** Waits for a client from outside. */
    SERVING(256, 0, 64),
    /** Nearly all of it is spent on the CPU. */
    COMPUTING(0, 1, 0),
    /** Waiting, then computing. */
    MIXED(64, 0, 64),
    /** Nearly all of it is spent on the CPU, and there are far more of them than CPUs. */
    CROWDED(0, 16, 0),
    /** Short, and all of them want the same thing. */
    CONTENDED(0, 2, 0),
    /** Back and forth between two threads that live on: what starting a thread costs is no part of it. */
    EXCHANGING(1, 0, 0);

    private final int inFlight;
    private final int inFlightPerCore;
    private final int pool;

    /** @param pool 0: as many threads as tasks in flight */
    Kind(int inFlight, int inFlightPerCore, int pool) {
        this.inFlight = inFlight;
        this.inFlightPerCore = inFlightPerCore;
        this.pool = pool;
    }

    /** The number of tasks in flight unless told otherwise. */
    public int inFlight(int cores) {
        return Math.max(1, inFlight + inFlightPerCore * cores);
    }

    /** The number of threads in a pool for them unless told otherwise. */
    public int pool(int cores) {
        return pool > 0 ? pool : inFlight(cores);
    }
}
