package interleave.metric;

import java.util.concurrent.TimeUnit;

/**
 * Which of a fixed number of buckets a duration belongs to: exact below 256 ns, 128 buckets for each doubling above,
 * so that a bucket is never wider than 1/128 of its values. The buckets are those of a two-digit HdrHistogram.
 */
public final class Buckets {
    public static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);
    public static final int COUNT = index(HIGHEST_NANOS) + 1;

    private static final int HALF_BITS = 7;

    private Buckets() {}

    /** @param nanos anything; below 0 and above one hour count as 0 and one hour */
    public static int index(long nanos) {
        long value = Math.min(Math.max(nanos, 0), HIGHEST_NANOS);
        int shift = Math.max(0, Long.SIZE - 1 - HALF_BITS - Long.numberOfLeadingZeros(value));
        return (shift << HALF_BITS) + (int) (value >>> shift);
    }

    /** The least duration of a bucket. */
    public static long lowest(int index) {
        int shift = Math.max(0, (index >>> HALF_BITS) - 1);
        return (long) (index - (shift << HALF_BITS)) << shift;
    }

    /** The greatest duration of a bucket. */
    static long highest(int index) {
        return lowest(index + 1) - 1;
    }
}
