package interleave.metric;

import java.util.List;

/**
 * The threads that somebody looks at, at one tick. Immutable.
 *
 * @param scope whose threads they are
 * @param all those that are known, in no order
 * @param agesMillis how long ago each was looked at, by its place in {@code all}; shorter where those behind were in
 *     this tick; nobody writes to it later
 * @param processes their processes, as far as there is something to say of them
 * @param unread why some could not be looked at in this tick, though they go on; empty if all could that were to be
 */
public record ThreadTable(
        Scope scope, List<ThreadReadings> all, int[] agesMillis, List<Owner> processes, String unread) {
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

    private static final int[] OF_THIS_TICK = {};

    public static final ThreadTable NONE = new ThreadTable(Scope.NOBODY, List.of(), List.of());

    /** Of threads that were all looked at in this tick. */
    public ThreadTable(Scope scope, List<ThreadReadings> all, List<Owner> processes) {
        this(scope, all, OF_THIS_TICK, processes);
    }

    public ThreadTable(Scope scope, List<ThreadReadings> all, int[] agesMillis, List<Owner> processes) {
        this(scope, all, agesMillis, processes, "");
    }

    /** The time from the look at a thread to the tick. */
    public int ageMillis(int place) {
        return place < agesMillis.length ? agesMillis[place] : 0;
    }

    /** The age of the reading that is the oldest. */
    public int oldestMillis() {
        int oldest = 0;
        for (int age : agesMillis) oldest = Math.max(oldest, age);
        return oldest;
    }
}
