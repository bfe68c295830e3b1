package interleave.run;

import static interleave.metric.Reading.Why.WARMING_UP;

import interleave.metric.Buckets;
import interleave.metric.Durations;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Unit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The distribution of some time of a run's tasks, in milliseconds: a metric for each {@link Percentile}. A percentile
 * is absent while there are too few times for it to mean anything.
 */
public final class RunDistribution {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Histograms end there: what took longer is counted as an hour. */
    private static final Reading TOO_LONG =
            Reading.absent(Reading.Why.UNSUPPORTED, "an hour or longer, and no more is measured");

    /** In JSON, {@code service_ms}: an object with its points. */
    public final String name;

    /** For people. */
    public final String title;

    /** The meaning of the times, in plain words. */
    public final String words;

    private final TaskTime time;
    private final Function<RunWindow, Optional<Reading>> missing;
    private final Map<Percentile, RunMetric> points = new EnumMap<>(Percentile.class);

    /**
     * @param inText those of its points that the summary of {@code run} has
     * @param missing why there is none in that window, whatever its times
     */
    RunDistribution(
            String name,
            String title,
            String words,
            Set<Percentile> inText,
            TaskTime time,
            Function<RunWindow, Optional<Reading>> missing) {
        this.name = name + "_ms";
        this.title = title;
        this.words = words;
        this.time = time;
        this.missing = missing;
        for (Percentile point : Percentile.values()) {
            Metric metric = new Metric(
                    name + "_" + point.key + "_ms",
                    title + " " + point.title,
                    Unit.MILLISECONDS,
                    Metric.Kind.DISTRIBUTION,
                    point == Percentile.P50 ? "half of the tasks: " + words : "",
                    point == Percentile.P50 ? "histograms in the worker, of two digits, merged, never averaged" : "");
            String label = point == Percentile.P50 ? title + " ms, p50" : "  " + point.title;
            points.put(
                    point, RunMetric.of(metric, window -> at(window, point)).text(inText.contains(point) ? label : ""));
        }
    }

    /** With a label beside the selected run for one of its points. */
    RunDistribution detail(Percentile point, String label) {
        points.put(point, points.get(point).detail(label));
        return this;
    }

    /** With one of its points as a column of the screen's tables. */
    RunDistribution column(Percentile point) {
        points.put(point, points.get(point).column(point.title));
        return this;
    }

    public RunMetric at(Percentile point) {
        return points.get(point);
    }

    List<RunMetric> points() {
        return List.copyOf(points.values());
    }

    /** The number of times in a window. */
    long samples(RunWindow window) {
        return window.times(time).map(Durations::total).orElse(0L);
    }

    private Reading at(RunWindow window, Percentile point) {
        Optional<Reading> why = missing.apply(window);
        if (why.isPresent()) return why.get();
        long samples = samples(window);
        if (samples == 0) return Reading.absent(WARMING_UP, "no task ended");
        if (samples < point.enough) return Reading.absent(WARMING_UP, samples + " of " + point.enough + " samples");
        long nanos = window.times(time).orElseThrow().atPercentile(point.percent);
        return nanos >= Buckets.HIGHEST_NANOS ? TOO_LONG : Reading.of(nanos / NANOS_PER_MILLI);
    }
}
