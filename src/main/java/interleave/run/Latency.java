package interleave.run;

import static interleave.metric.Reading.Why.WARMING_UP;

import interleave.metric.Durations;
import interleave.metric.Reading;
import java.util.Optional;

/**
 * Percentiles of one histogram, in milliseconds. A percentile is absent while there are too few samples for it to mean
 * anything: it asks for at least one sample expected above it.
 */
public record Latency(long samples, Reading p50, Reading p90, Reading p99, Reading p999, Reading max) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Latency of(Optional<Durations> histogram) {
        return new Latency(
                histogram.map(Durations::total).orElse(0L),
                percentile(histogram, 50, 2),
                percentile(histogram, 90, 10),
                percentile(histogram, 99, 100),
                percentile(histogram, 99.9, 1000),
                percentile(histogram, 100, 1));
    }

    static Latency missing(Reading why) {
        return new Latency(0, why, why, why, why, why);
    }

    private static Reading percentile(Optional<Durations> histogram, double percentile, int enough) {
        long samples = histogram.map(Durations::total).orElse(0L);
        if (samples == 0) return Reading.absent(WARMING_UP, "no task ended");
        if (samples < enough) return Reading.absent(WARMING_UP, samples + " of " + enough + " samples");
        return Reading.of(histogram.orElseThrow().atPercentile(percentile) / NANOS_PER_MILLI);
    }
}
