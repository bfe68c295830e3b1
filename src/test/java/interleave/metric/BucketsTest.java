package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BucketsTest {
    @Test
    void everyBucketBeginsWhereTheOneBeforeEnds() {
        for (int i = 1; i < Buckets.COUNT; i++) {
            assertEquals(i, Buckets.index(Buckets.lowest(i)));
            assertEquals(i - 1, Buckets.index(Buckets.lowest(i) - 1));
        }
    }

    @Test
    void whatIsOutsideCountsAtTheEdge() {
        assertEquals(0, Buckets.index(-5));
        assertEquals(Buckets.COUNT - 1, Buckets.index(Long.MAX_VALUE));
        assertEquals(Buckets.COUNT - 1, Buckets.index(Buckets.HIGHEST_NANOS));
    }

    @Test
    void theBucketsAreThoseOfTheHistogram() {
        Histogram histogram = new Histogram(Buckets.HIGHEST_NANOS, 2);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long nanos = random.nextLong(1L << random.nextInt(1, 41));
            assertEquals(Buckets.lowest(Buckets.index(nanos)), histogram.lowestEquivalentValue(nanos));
        }
    }
}
