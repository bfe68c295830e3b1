package interleave.metric;

import java.util.Arrays;

/**
 * A histogram of durations that holds only those of the {@link Buckets} that are not empty, since
 * the tasks of a quarter of a second fill a hundred of four thousand. Immutable.
 */
public final class Durations {
    public static final Durations NONE = new Durations(new int[0], new long[0]);

    private final int[] buckets;
    private final long[] counts;
    private final long total;

    /**
     * @param buckets ascending, of the same length as their counts, which are positive; neither is written to
     *     afterwards
     */
    private Durations(int[] buckets, long[] counts) {
        this.buckets = buckets;
        this.counts = counts;
        long sum = 0;
        for (long count : counts) sum = Math.addExact(sum, count);
        this.total = sum;
    }

    /** One of each. */
    public static Durations of(long... nanos) {
        long[] counts = new long[Buckets.COUNT];
        for (long each : nanos) counts[Buckets.index(each)]++;
        return counted(counts);
    }

    /** @param counts of all buckets, none negative */
    public static Durations counted(long[] counts) {
        int[] buckets = new int[counts.length];
        long[] filled = new long[counts.length];
        int size = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) continue;
            buckets[size] = i;
            filled[size++] = counts[i];
        }
        return counted(buckets, filled, size);
    }

    /**
     * @param buckets ascending, each with its count, which is positive
     * @param size how many of both are meant
     * @throws ArithmeticException if there are more than a long can count
     */
    public static Durations counted(int[] buckets, long[] counts, int size) {
        return size == 0 ? NONE : new Durations(Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size));
    }

    /** The number of durations. */
    public long total() {
        return total;
    }

    /** The number of buckets that hold any. */
    public int size() {
        return buckets.length;
    }

    /** The bucket of the filled ones that has this place. */
    public int bucket(int place) {
        return buckets[place];
    }

    /** The number of durations in the bucket of that place. */
    public long count(int place) {
        return counts[place];
    }

    /** These and those. */
    public Durations plus(Durations other) {
        if (other.total == 0) return this;
        if (total == 0) return other;
        int[] both = new int[buckets.length + other.buckets.length];
        long[] sums = new long[both.length];
        int mine = 0;
        int others = 0;
        int size = 0;
        while (mine < buckets.length || others < other.buckets.length) {
            int bucket = Math.min(bucketOrEnd(mine), other.bucketOrEnd(others));
            both[size] = bucket;
            if (bucketOrEnd(mine) == bucket) sums[size] += counts[mine++];
            if (other.bucketOrEnd(others) == bucket) sums[size] += other.counts[others++];
            size++;
        }
        return counted(both, sums, size);
    }

    private int bucketOrEnd(int place) {
        return place < buckets.length ? buckets[place] : Integer.MAX_VALUE;
    }

    /**
     * The duration in nanoseconds that so many percent of them are not above: the greatest of its bucket, as
     * HdrHistogram has it. There must be one at least.
     */
    public long atPercentile(double percentile) {
        // One step down, lest rounding errors lead into the next bucket.
        double below = Math.clamp(Math.nextDown(percentile), 0, 100);
        long wanted = Math.max(1, (long) Math.ceil(below * total / 100));
        long seen = 0;
        int place = -1;
        while (seen < wanted) seen += counts[++place];
        return Buckets.highest(buckets[place]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations durations
                && Arrays.equals(buckets, durations.buckets)
                && Arrays.equals(counts, durations.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(buckets) * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return total == 0 ? "no durations" : total + " durations up to " + atPercentile(100) + " ns";
    }
}
