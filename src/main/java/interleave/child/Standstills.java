package interleave.child;

import interleave.execution.Pauses;
import interleave.metric.Buckets;
import interleave.metric.Durations;
import interleave.metric.Ticker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out when this process stood still, from how late a thread wakes up that has nothing to do but to wait. It may
 * have waited for a CPU, which the scheduler counts, and does not count of a process that is stopped or frozen; or for
 * a collection or another of the JVM's own pauses, in which CPU time is used. What is left is a standstill. The clock
 * stands still with a machine that sleeps; that is seen by another clock. One thread at a time
 * looks, and leaves out; any may ask.
 */
final class Standstills implements Pauses {
    /** Who asks is not kept longer, if the thread that looks gets no CPU. */
    private static final long PATIENCE_NANOS = 300_000_000;

    private static final long ASK_AGAIN_NANOS = 1_000_000;

    /** So many are known at a time: tasks that were under way at an older one have long ended. */
    private static final int KNOWN = 16;

    private static final double NANOS_PER_MILLI = 1e6;

    /** CPU time that may be accounted to a process after it has stopped. */
    private static final long SLACK_NANOS = 50_000_000;

    /**
     * The clocks at one time.
     *
     * @param queuedNanos for how long the thread has waited for a CPU; empty where the kernel does not say
     * @param cpuNanos CPU time of all threads
     * @param collectedNanos time of collections
     * @param uptimeNanos how long the machine has been up, asleep or not
     */
    record Look(long nanos, OptionalLong queuedNanos, long cpuNanos, long collectedNanos, OptionalLong uptimeNanos) {}

    private record Standstill(long endNanos, long nanos) {}

    private final Ticker ticker;
    private final int cores;
    private final Deque<Standstill> known = new ArrayDeque<>();
    private volatile long pausedNanos;
    private volatile long asleepNanos;
    private volatile long lookedAtNanos;

    Standstills(Ticker ticker, int cores) {
        this.ticker = ticker;
        this.cores = cores;
        this.lookedAtNanos = ticker.nanos();
    }

    /**
     * Of a wait that should have ended at {@code due}: for how long of it all stood still; 0 unless it is worth
     * telling.
     */
    long waited(Look before, long due, Look after) {
        long still = stoodStill(before, due, after, cores);
        long asleep = slept(before, after);
        if (still > 0) {
            if (known.size() == KNOWN) known.removeLast();
            known.addFirst(new Standstill(after.nanos, still));
            pausedNanos += still;
        }
        asleepNanos += asleep;
        lookedAtNanos = after.nanos;
        return still + asleep;
    }

    private static long stoodStill(Look before, long due, Look after, int cores) {
        if (before.queuedNanos.isEmpty() || after.queuedNanos.isEmpty()) return 0;
        long queued = after.queuedNanos.getAsLong() - before.queuedNanos.getAsLong();
        long collected = after.collectedNanos - before.collectedNanos;
        long still = after.nanos - due - queued - collected;
        if (still < LEAST_NANOS) return 0;
        long ran = after.nanos - before.nanos - still;
        return after.cpuNanos - before.cpuNanos > ran * cores + SLACK_NANOS ? 0 : still;
    }

    private static long slept(Look before, Look after) {
        if (before.uptimeNanos.isEmpty() || after.uptimeNanos.isEmpty()) return 0;
        long up = after.uptimeNanos.getAsLong() - before.uptimeNanos.getAsLong();
        long asleep = up - (after.nanos - before.nanos);
        return asleep < LEAST_NANOS ? 0 : asleep;
    }

    /** Since the process began, with the sleep of the machine, for which the clock stood still as well. */
    long toldNanos() {
        return pausedNanos + asleepNanos;
    }

    @Override
    public long soFar() {
        return pausedNanos;
    }

    @Override
    public long until(long nanos) {
        long patience = ticker.nanos() + PATIENCE_NANOS;
        while (lookedAtNanos - nanos < 0 && ticker.nanos() - patience < 0) LockSupport.parkNanos(this, ASK_AGAIN_NANOS);
        return pausedNanos;
    }

    /** A loop's lag without what it stood still for, where that has just been. Of the thread that looks. */
    double withoutLag(double millis, long now) {
        for (Standstill each : known)
            if (now - each.endNanos < LEAST_NANOS && millis * NANOS_PER_MILLI >= each.nanos)
                return millis - each.nanos / NANOS_PER_MILLI;
        return millis;
    }

    /**
     * Without the times of tasks that were under way while all stood still: nobody can say how long they would have
     * taken. Such a one is told by its length, since nothing begins in a standstill, which is longer than a frame. Of
     * the thread that looks.
     *
     * @param times of what ended since the frame before
     * @param frameBefore the time of that frame
     */
    Durations without(Durations times, long frameBefore) {
        long least = Long.MAX_VALUE;
        for (Standstill each : known) least = Math.min(least, Math.max(0, frameBefore - each.endNanos) + each.nanos);
        if (least == Long.MAX_VALUE || times.total() == 0 || times.atPercentile(100) < least) return times;
        long[] counts = new long[Buckets.COUNT];
        for (int i = 0; i < times.size(); i++)
            if (Buckets.lowest(times.bucket(i) + 1) <= least) counts[times.bucket(i)] = times.count(i);
        return Durations.counted(counts);
    }
}
