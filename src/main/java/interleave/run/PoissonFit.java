package interleave.run;

import static interleave.metric.Reading.Why.WARMING_UP;

import interleave.metric.Buckets;
import interleave.metric.Durations;
import interleave.metric.Reading;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The fit of the gaps between starts to those of independent clients, which are exponential: the test of Kolmogorov and
 * Smirnov. Pure.
 *
 * @param distance the most by which the share of gaps up to any length differs from the planned one
 * @param passing the most that the test lets pass at 5 %: of true gaps, one in twenty such rows is further off
 */
record PoissonFit(double distance, double passing) {
    /** Of fewer gaps nearly everything passes. */
    private static final int ENOUGH = 100;

    /** The point that sqrt(n) times the distance is above in 5 % of all rows of many gaps. */
    private static final double AT_FIVE_PERCENT = 1.358;

    /** @param meanNanos of the planned gaps */
    static PoissonFit of(Durations gaps, double meanNanos) {
        double most = 0;
        long seen = 0;
        for (int place = 0; place < gaps.size(); place++) {
            int bucket = gaps.bucket(place);
            most = Math.max(most, off(seen, gaps, Buckets.lowest(bucket), meanNanos));
            seen += gaps.count(place);
            most = Math.max(most, off(seen, gaps, Buckets.lowest(bucket + 1), meanNanos));
        }
        // For few gaps as well: Stephens, 1970, Journal of the Royal Statistical Society B 32, 115.
        double root = Math.sqrt(gaps.total());
        return new PoissonFit(most, AT_FIVE_PERCENT / (root + 0.12 + 0.11 / root));
    }

    private static double off(long seen, Durations gaps, long nanos, double meanNanos) {
        return Math.abs((double) seen / gaps.total() + Math.expm1(-nanos / meanNanos));
    }

    /** A number of the fit, in percent. */
    static Reading reading(RunWindow window, ToDoubleFunction<PoissonFit> number) {
        Optional<Reading> untold = Derivations.untold(window, SampleField.RANDOM_GAP_NANOS);
        if (untold.isPresent()) return untold.get();
        Durations gaps = window.times(TaskTime.GAP).orElse(Durations.NONE);
        if (gaps.total() < ENOUGH)
            return Reading.absent(WARMING_UP, gaps.total() + " of " + ENOUGH + " gaps between starts");
        long mean = window.last().orElseThrow().of(SampleField.RANDOM_GAP_NANOS);
        return Reading.of(100 * number.applyAsDouble(of(gaps, mean)));
    }
}
