package interleave.run;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Unit;
import java.util.function.Function;

/**
 * A number of a run: its identity, how it is made of a window of frames, and where people find it. JSON, CSV and the
 * README have every one.
 *
 * @param derivation pure
 * @param extra the name under which frames tell it, where only those of some tasks do; else empty
 * @param inText its label in the summary of {@code run}; empty where it is not in it
 * @param inDetail its label beside the selected run; empty where it is not there
 * @param cost whether it is what a task costs, by which two runs are compared
 * @param telling from which value on it is what its run is there to show; infinite where it is not
 */
public record RunMetric(
        Metric metric,
        Function<RunWindow, Reading> derivation,
        String extra,
        String inText,
        String inDetail,
        boolean cost,
        double telling) {
    static RunMetric of(Metric metric, Function<RunWindow, Reading> derivation) {
        return new RunMetric(metric, derivation, "", metric.title(), "", false, Double.POSITIVE_INFINITY);
    }

    static RunMetric metric(
            String name,
            String title,
            Unit unit,
            Metric.Kind kind,
            String words,
            String source,
            Function<RunWindow, Reading> derivation) {
        return of(new Metric(name, title, unit, kind, words, source), derivation);
    }

    static RunMetric counter(String name, String title, String words, Function<RunWindow, Reading> derivation) {
        return metric(name, title, Unit.COUNT, Metric.Kind.COUNTER, words, "the worker's counters", derivation);
    }

    static RunMetric gauge(
            String name,
            String title,
            Unit unit,
            String words,
            String source,
            Function<RunWindow, Reading> derivation) {
        return metric(name, title, unit, Metric.Kind.GAUGE, words, source, derivation);
    }

    public String name() {
        return metric.name();
    }

    RunMetric text(String label) {
        return new RunMetric(metric, derivation, extra, label, inDetail, cost, telling);
    }

    RunMetric detail(String label) {
        return new RunMetric(metric, derivation, extra, inText, label, cost, telling);
    }

    RunMetric compared() {
        return new RunMetric(metric, derivation, extra, inText, inDetail, true, telling);
    }

    RunMetric ofExtra(String name) {
        return new RunMetric(metric, derivation, name, inText, inDetail, cost, telling);
    }

    RunMetric telling(double from) {
        return new RunMetric(metric, derivation, extra, inText, inDetail, cost, from);
    }

    /** True if the run has such a thing at all, as of that window. */
    public boolean appliesTo(RunWindow window) {
        return extra.isEmpty()
                || window.last().isPresent() && window.last().get().extra().containsKey(extra);
    }

    /** True if this value is what the run is there to show. */
    public boolean tells(Reading reading) {
        return reading.orElse(0) >= telling;
    }
}
