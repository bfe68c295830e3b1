package interleave.execution;

import interleave.spec.Arrival;
import interleave.spec.Load;
import java.util.SplittableRandom;

/** The planned starts of an open load, one after the other. One thread at a time. */
final class Arrivals {
    private static final double NANOS = 1e9;

    private final Load.Open load;
    private final SplittableRandom random;
    private final long beginNanos;
    /** Since the beginning; a sum of distances as doubles is good for a nanosecond over a hundred days. */
    private double sinceNanos;

    private long planned;

    /** @param number of the load within its run: each has lots of its own */
    Arrivals(Load.Open load, long seed, long number, long beginNanos) {
        this.load = load;
        this.random = new SplittableRandom(Lots.mixed(seed, number));
        this.beginNanos = beginNanos;
    }

    /** The next planned start, by the run's clock. */
    long next() {
        if (load.arrival() == Arrival.CONSTANT) sinceNanos = planned++ * NANOS / load.ratePerSecond();
        else sinceNanos += -Math.log(1 - random.nextDouble()) * NANOS / load.ratePerSecond();
        return beginNanos + (long) sinceNanos;
    }
}
