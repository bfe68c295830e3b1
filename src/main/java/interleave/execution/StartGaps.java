package interleave.execution;

import interleave.metric.Buckets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the times between the real starts of an open load, each since the one before it on whatever thread. Safe from
 * any thread.
 */
final class StartGaps {
    private static final long NONE = Long.MIN_VALUE;

    private final AtomicLong last = new AtomicLong(NONE);
    private final AtomicLongArray counts = new AtomicLongArray(Buckets.COUNT);

    void began(long nanos) {
        long before = last.getAndSet(nanos);
        if (before != NONE) counts.getAndIncrement(Buckets.index(nanos - before));
    }

    /** Has the next start be the first of a row. */
    void restart() {
        last.set(NONE);
    }

    /** In {@link Buckets}. */
    long[] counts() {
        long[] all = new long[Buckets.COUNT];
        for (int i = 0; i < all.length; i++) all[i] = counts.getPlain(i);
        return all;
    }
}
