package interleave.probe;

import interleave.kernel.ThreadCounters;
import interleave.kernel.ThreadState;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadReadings;

/**
 * A thread as it was looked at last: what the next look is held against. Numbers rather than samples, since there may
 * be ten thousand of them. One thread.
 */
final class TrackedThread {
    private static final float[] NOTHING_YET = ThreadRates.unknown();
    /** Of all threads that were never looked at in full, so that they take nothing. */
    private static final ThreadReadings NOBODY = new ThreadReadings(
            new ThreadReadings.Id(0, 0, 0),
            new ThreadReadings.Names("", "", false),
            new ThreadReadings.Now('?', 0, ""),
            NOTHING_YET);

    final int pid;
    final int tid;
    /** The list in which it was first seen, counted by those of its process. */
    final int since;

    private boolean counted;
    private boolean lively = true;
    private boolean gone;
    private boolean waitsCounted;
    private long cpuNanos;
    private long waitedNanos;
    private long nanos;
    private long stateNanos;
    /** The time between the last two counts. */
    private int countedOverMillis;
    /** Of counters of switches the lower halves: no thread switches four billion times between two looks. */
    private int switches;

    private int voluntary;
    private int involuntary;

    private ThreadReadings shown = NOBODY;

    TrackedThread(int pid, int tid, int since) {
        this.pid = pid;
        this.tid = tid;
        this.since = since;
    }

    /** True if it is new, or did something between its last two looks. */
    boolean lively() {
        return lively;
    }

    boolean gone() {
        return gone;
    }

    void end() {
        gone = true;
    }

    /** True if it was never looked at in full. */
    boolean unknown() {
        return shown == NOBODY;
    }

    long stateNanos() {
        return stateNanos;
    }

    /** The extent of what it does, to be compared: a whole CPU counts as much as 500 switches a second. */
    double weight() {
        double weight = shown.raw(ThreadMetrics.SWITCHES_PER_S) + 5 * shown.raw(ThreadMetrics.CPU_PERCENT);
        return Double.isNaN(weight) ? 0 : weight;
    }

    /** Its counters were read. A thread that was not put on a CPU since is as it was. */
    void counted(ThreadCounters next, long time) {
        long before = next.switches() - grownBy(switches, next.switches());
        ThreadCounters last = new ThreadCounters(cpuNanos, waitedNanos, before, waitsCounted);
        countedOverMillis = (int) Math.min(Integer.MAX_VALUE, (time - nanos) / 1_000_000);
        lively = !counted || !last.equals(next);
        float[] values = counted ? ThreadRates.of(last, next, time - nanos, shown.values()) : NOTHING_YET;
        cpuNanos = next.cpuNanos();
        waitedNanos = next.waitedNanos();
        switches = (int) next.switches();
        waitsCounted = next.waitsCounted();
        counted = true;
        nanos = time;
        if (!unknown()) shown = shown.with(values);
    }

    /** The growth of a counter since its lower half was kept; negative where it fell, as another thread's does. */
    private static int grownBy(int before, long now) {
        return (int) now - before;
    }

    /** It was looked at in full. */
    void seen(ThreadState next, NameTable pools, long time) {
        boolean follows = !unknown() && shown.startTicks() == next.startTicks();
        // Kinds over a longer time than the switches beside them would not add up to them.
        boolean sameTime = time - stateNanos < 1.5e6 * countedOverMillis;
        float[] values = follows && sameTime ? split(next, time - stateNanos) : shown.values();
        shown = new ThreadReadings(
                new ThreadReadings.Id(pid, tid, next.startTicks()),
                pools.of(next.name(), next.kernelThread()),
                pools.same(new ThreadReadings.Now(next.letter(), next.cpu(), next.waitsIn())),
                values);
        voluntary = (int) next.voluntary();
        involuntary = (int) next.involuntary();
        stateNanos = time;
    }

    private float[] split(ThreadState next, long elapsedNanos) {
        long[] both = {
            next.voluntary() - grownBy(voluntary, next.voluntary()),
            next.involuntary() - grownBy(involuntary, next.involuntary())
        };
        return ThreadRates.split(both, next, elapsedNanos, shown.values());
    }

    /** The time from its last count to a later one. */
    int ageMillis(long now) {
        return Math.clamp((now - nanos) / 1_000_000, 0, Integer.MAX_VALUE);
    }

    ThreadReadings readings() {
        return shown;
    }
}
