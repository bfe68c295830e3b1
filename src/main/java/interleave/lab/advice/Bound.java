package interleave.lab.advice;

import java.util.OptionalInt;

/** The thing that keeps a model from a higher rate. */
public enum Bound {
    CPU("cpu"),
    POOL("pool"),
    CONNECTIONS("connections"),
    /** Nothing of these was full: what takes longer than it may is something else. */
    NONE("none");

    /** A thing that is so full makes others wait for it, whatever it is. */
    private static final double FULL = 0.8;

    /** As results have it. */
    public final String key;

    Bound(String key) {
        this.key = key;
    }

    /**
     * The fullest of the three where it was measured.
     *
     * @param threads that a task keeps while it waits and computes; empty where there is no such bound
     */
    static Bound of(Need need, Seen seen, OptionalInt threads) {
        double pool = threads.isEmpty() ? 0 : seen.tasksPerSecond() * need.taskSeconds() / threads.getAsInt();
        double connections = need.connections().isEmpty()
                ? 0
                : seen.tasksPerSecond()
                        * need.waitSeconds()
                        / need.connections().getAsInt();
        double most = Math.max(seen.cpuBusy(), Math.max(pool, connections));
        if (most < FULL) return NONE;
        if (most == connections) return CONNECTIONS;
        return most == pool ? POOL : CPU;
    }
}
