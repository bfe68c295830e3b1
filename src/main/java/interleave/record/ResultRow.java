package interleave.record;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.run.ExtraMetrics;
import interleave.run.Percentile;
import interleave.run.RunDistribution;
import interleave.run.RunMetric;
import interleave.run.RunReadings;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fields of one result, in the order in which they are printed. */
public final class ResultRow {
    private final Map<String, ResultValue> fields = new LinkedHashMap<>();

    public ResultRow value(String name, ResultValue value) {
        fields.put(name, value);
        return this;
    }

    public ResultRow text(String name, String text) {
        return value(name, ResultValue.of(text));
    }

    /** @param whyNot said of it where there is none */
    public ResultRow text(String name, Optional<String> text, String whyNot) {
        return value(name, text.isPresent() ? ResultValue.of(text.get()) : ResultValue.absent(whyNot));
    }

    public ResultRow whole(String name, long number) {
        return value(name, new ResultValue.Whole(number));
    }

    public ResultRow number(String name, Reading reading) {
        return value(name, ResultValue.of(reading));
    }

    /** All numbers of a run over a window, by their names, and the points of its times. */
    public ResultRow readings(RunReadings readings) {
        for (RunMetric metric : readings.metrics())
            if (metric.metric().kind() != Metric.Kind.DISTRIBUTION) number(metric.name(), readings.of(metric));
        // A worker speaks of it only if it did.
        if (!fields.containsKey(ExtraMetrics.PAUSED))
            number(ExtraMetrics.PAUSED, readings.of(WorkMetrics.ELAPSED_S).map(seconds -> 0));
        for (RunDistribution distribution : TimeMetrics.ALL) {
            Map<Percentile, Reading> points = new EnumMap<>(Percentile.class);
            for (Percentile point : Percentile.values()) points.put(point, readings.of(distribution, point));
            value(distribution.name, new ResultValue.Quantiles(points));
        }
        return this;
    }

    public Map<String, ResultValue> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
