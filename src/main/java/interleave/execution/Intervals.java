package interleave.execution;

import org.HdrHistogram.Histogram;

/** Cuts the times of a {@link Tally} into intervals: each histogram holds what came since the one before. */
public final class Intervals {
    /** The histogram whose buckets are ours. */
    private static final int DIGITS = 2;

    private final Tally tally;
    private long[] service = new long[Buckets.COUNT];
    private long[] response = new long[Buckets.COUNT];
    private long[] late = new long[Buckets.COUNT];

    public Intervals(Tally tally) {
        this.tally = tally;
    }

    public Histogram service() {
        long[] before = service;
        service = tally.service();
        return between(before, service);
    }

    public Histogram response() {
        long[] before = response;
        response = tally.response();
        return between(before, response);
    }

    public Histogram late() {
        long[] before = late;
        late = tally.late();
        return between(before, late);
    }

    private static Histogram between(long[] before, long[] after) {
        Histogram histogram = new Histogram(Buckets.HIGHEST_NANOS, DIGITS);
        for (int i = 0; i < after.length; i++)
            if (after[i] != before[i]) histogram.recordValueWithCount(Buckets.lowest(i), after[i] - before[i]);
        return histogram;
    }
}
