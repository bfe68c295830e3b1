package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private final Random random = new Random(1);

    private long[] nanos(int count) {
        return LongStream.generate(() -> random.nextLong(1L << random.nextInt(1, 41)))
                .limit(count)
                .toArray();
    }

    @Test
    void percentilesAreThoseOfHdrHistogram() {
        for (int round = 0; round < 100; round++) {
            long[] nanos = nanos(1 + random.nextInt(2000));
            Histogram histogram = new Histogram(Buckets.HIGHEST_NANOS, 2);
            for (long each : nanos) histogram.recordValue(each);
            Durations durations = Durations.of(nanos);
            assertEquals(nanos.length, durations.total());
            for (double percentile : new double[] {1, 50, 90, 99, 99.9, 99.99, 100})
                assertEquals(histogram.getValueAtPercentile(percentile), durations.atPercentile(percentile));
        }
    }

    @Test
    void twoAddedUpAreAllOfBoth() {
        for (int round = 0; round < 50; round++) {
            long[] some = nanos(random.nextInt(200));
            long[] others = nanos(random.nextInt(200));
            Durations all = Durations.of(LongStream.concat(LongStream.of(some), LongStream.of(others))
                    .toArray());
            assertEquals(all, Durations.of(some).plus(Durations.of(others)));
            assertEquals(
                    all.hashCode(),
                    Durations.of(others).plus(Durations.of(some)).hashCode());
        }
        assertNotEquals(Durations.of(1), Durations.of(1, 1));
    }

    @Test
    void countsOfAllBucketsAreTheSameAsTheDurations() {
        long[] nanos = nanos(500);
        long[] counts = new long[Buckets.COUNT];
        for (long each : nanos) counts[Buckets.index(each)]++;
        assertEquals(Durations.of(nanos), Durations.counted(counts));
        assertEquals(Durations.NONE, Durations.counted(new long[Buckets.COUNT]));
    }
}
