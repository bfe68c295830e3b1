package interleave.execution;

import interleave.metric.Buckets;
import interleave.metric.Durations;

/** Cuts the times of a {@link Tally} into intervals: each holds what came since the one before. */
public final class Intervals {
    private final Tally tally;
    private long[] service = new long[Buckets.COUNT];
    private long[] response = new long[Buckets.COUNT];
    private long[] late = new long[Buckets.COUNT];
    private long[] gaps = new long[Buckets.COUNT];

    public Intervals(Tally tally) {
        this.tally = tally;
    }

    public Durations service() {
        long[] before = service;
        service = tally.service();
        return between(before, service);
    }

    public Durations response() {
        long[] before = response;
        response = tally.response();
        return between(before, response);
    }

    public Durations late() {
        long[] before = late;
        late = tally.late();
        return between(before, late);
    }

    /** @param now as {@link RunCounters#startGaps} has them, of an open load */
    public Durations gaps(long[] now) {
        long[] before = gaps;
        gaps = now;
        return between(before, now);
    }

    /** One loop alone: C2 takes 10 ms for each, some seconds after a run has begun, and those count as the tasks'. */
    private static Durations between(long[] before, long[] after) {
        int[] buckets = new int[after.length];
        long[] growth = new long[after.length];
        int size = 0;
        for (int i = 0; i < after.length; i++) {
            if (after[i] == before[i]) continue;
            buckets[size] = i;
            growth[size++] = after[i] - before[i];
        }
        return Durations.counted(buckets, growth, size);
    }
}
