package interleave.run;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The readings of a run's metrics over a {@link RunWindow}, or why there is none of all. Immutable. */
public final class RunReadings {
    private final RunWindow window;
    private final Optional<Reading.Absent> why;

    private RunReadings(RunWindow window, Optional<Reading.Absent> why) {
        this.window = window;
        this.why = why;
    }

    static RunReadings of(RunWindow window) {
        return new RunReadings(window, Optional.empty());
    }

    /** Every number missing for the same reason. */
    public static RunReadings missing(Reading.Absent why) {
        return new RunReadings(RunWindow.EMPTY, Optional.of(why));
    }

    /** The same, grown old: what a run does and costs is missing, what its task is there to show stays as it was. */
    public RunReadings stale() {
        if (why.isPresent()) return this;
        return new RunReadings(window, Optional.of(new Reading.Absent(Reading.Why.STALE, "")));
    }

    public Reading of(RunMetric metric) {
        return why.isPresent() && metric.extra().isEmpty()
                ? why.get()
                : metric.derivation().apply(window);
    }

    public Reading of(RunDistribution distribution, Percentile point) {
        return of(distribution.at(point));
    }

    /** The number of times in a distribution. */
    public long samples(RunDistribution distribution) {
        return why.isPresent() ? 0 : distribution.samples(window);
    }

    /**
     * True if a percentile stands on so few samples that it says little: less than ten are expected above it.
     */
    public boolean ofFew(RunDistribution distribution, Percentile point) {
        return samples(distribution) * point.above() < 10;
    }

    /** Those of the catalogue that the run has, in its order, and last what a worker tells and no catalogue knows. */
    public List<RunMetric> metrics() {
        return having(RunMetrics.ALL, true);
    }

    /** The same of its whole life, warm-up included. */
    public List<RunMetric> wholeRun() {
        return having(WholeRunMetrics.ALL, false);
    }

    /**
     * The further numbers of its task or model, for the screen: of counts all since the run began, of a time its part
     * of a task, of a state the highest. By their names.
     */
    public List<RunMetric> figures() {
        List<RunMetric> figures = new ArrayList<>();
        for (RunMetric metric : metrics()) if (metric.metric().kind() != Metric.Kind.COUNTER) figures.add(metric);
        figures.addAll(wholeRun());
        figures.removeIf(metric -> metric.extra().isEmpty() || metric.inDetail().isEmpty());
        figures.sort((one, other) -> one.extra().compareTo(other.extra()));
        return figures;
    }

    private List<RunMetric> having(List<RunMetric> catalogue, boolean unknown) {
        List<RunMetric> metrics = new ArrayList<>();
        for (RunMetric metric : catalogue) if (metric.appliesTo(window)) metrics.add(metric);
        if (unknown && window.last().isPresent())
            new TreeMap<>(window.last().get().extra())
                    .keySet().stream()
                            .filter(name -> !ExtraMetrics.knows(name))
                            .map(RunReadings::unknown)
                            .forEach(metrics::add);
        return metrics;
    }

    /** A number of a plugged-in task or model: it is shown as it is, under its own name. */
    private static RunMetric unknown(String name) {
        Metric metric = new Metric(name, name, Unit.COUNT, Metric.Kind.GAUGE, "", "told by the worker");
        return RunMetric.of(
                        metric,
                        window -> Reading.of(window.last().orElseThrow().extra().get(name)))
                .ofExtra(name)
                .detail(name);
    }
}
