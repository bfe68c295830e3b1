package interleave.metric;

import java.util.List;

/**
 * The threads that somebody looks at, at one tick. Immutable.
 *
 * @param scope whose threads they are
 * @param all those that are known, in no order
 * @param processes their processes, as far as there is something to say of them
 * @param nanos the time of the tick
 */
public record ThreadTable(Scope scope, List<ThreadReadings> all, List<Owner> processes, long nanos) {
    /** Whose threads are looked at. */
    public enum Scope {
        /** Nobody's: that costs nothing. */
        NOBODY,
        /** Those of the processes that are watched. */
        WATCHED,
        /** Those of the whole machine. */
        MACHINE
    }

    /**
     * A process of whose threads some are here, or a command with all that came of it.
     *
     * @param processes all that it is, by number
     * @param name the lead thread's
     * @param remark what holds for all its threads, such as that its cgroup is throttled; empty if nothing
     * @param shortLived threads per second that began and ended between two looks
     * @param exact whether these are all of them; else there are at least so many
     */
    public record Owner(
            int pid, List<Integer> processes, String name, String remark, Reading shortLived, boolean exact) {
        public Owner(int pid, String name, String remark, Reading shortLived, boolean exact) {
            this(pid, List.of(pid), name, remark, shortLived, exact);
        }
    }

    public static final ThreadTable NONE = new ThreadTable(Scope.NOBODY, List.of(), List.of(), 0);
}
