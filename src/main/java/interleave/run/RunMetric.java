package interleave.run;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Unit;
import java.util.Optional;
import java.util.function.Function;

/**
 * A number of a run: its identity, how it is made of a window of frames, and where people find it. JSON, CSV and the
 * README have every one.
 *
 * @param derivation pure
 * @param extra the name under which frames tell it, where only those of some tasks do; else empty
 * @param cost whether it is what a task costs, by which two runs are compared
 * @param telling from which value on it is what its run is there to show; infinite where it is not
 * @param total the same since the run began, warm-up included, where results have that as well
 */
public record RunMetric(
        Metric metric,
        Function<RunWindow, Reading> derivation,
        String extra,
        Labels labels,
        boolean cost,
        double telling,
        Optional<RunMetric> total) {
    /**
     * The words beside its number, where it is not named by its title.
     *
     * @param text in the summary of {@code run}; empty where it is not in it
     * @param detail beside the selected run; empty where it is not there
     * @param column above a column of the screen's tables, which have no room for a title; empty where it is in none
     */
    private record Labels(String text, String detail, String column) {}

    static RunMetric of(Metric metric, Function<RunWindow, Reading> derivation) {
        Labels labels = new Labels(metric.title(), "", "");
        return new RunMetric(metric, derivation, "", labels, false, Double.POSITIVE_INFINITY, Optional.empty());
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

    /** A counter of the worker's: by how much it grew. */
    static RunMetric counter(String name, String title, String words, SampleField field) {
        return counter(name, title, words, Derivations.growth(field));
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

    public String inText() {
        return labels.text;
    }

    public String inDetail() {
        return labels.detail;
    }

    public String inColumn() {
        return labels.column;
    }

    /** The same since the run began, of a metric that has it. */
    public RunMetric inAll() {
        return total.orElseThrow();
    }

    RunMetric text(String label) {
        return with(new Labels(label, labels.detail, labels.column));
    }

    RunMetric detail(String label) {
        return with(new Labels(labels.text, label, labels.column));
    }

    RunMetric column(String label) {
        return with(new Labels(labels.text, labels.detail, label));
    }

    private RunMetric with(Labels others) {
        return new RunMetric(metric, derivation, extra, others, cost, telling, total);
    }

    RunMetric compared() {
        return new RunMetric(metric, derivation, extra, labels, true, telling, total);
    }

    RunMetric ofExtra(String name) {
        return new RunMetric(metric, derivation, name, labels, cost, telling, total);
    }

    RunMetric telling(double from) {
        return new RunMetric(metric, derivation, extra, labels, cost, from, total);
    }

    /**
     * With a total of the whole run, which has the same title, and is of the same tasks and models.
     *
     * @param newest what the run came to since it began, as its newest frame tells
     * @param text its label in the summary of {@code run}; empty where it is not in it
     * @param detail its label beside the selected run; empty where it is not there
     * @param column its label above a column; empty where it is in none
     */
    RunMetric withTotal(Function<RunWindow, Reading> newest, String text, String detail, String column) {
        RunMetric all = metric(
                        WholeRunMetrics.PREFIX + name(),
                        metric.title(),
                        metric.unit(),
                        Metric.Kind.COUNTER,
                        metric.title() + ", since the run began",
                        metric.source(),
                        newest)
                .ofExtra(extra)
                .with(new Labels(text, detail, column))
                .telling(telling);
        return new RunMetric(metric, derivation, extra, labels, cost, telling, Optional.of(all));
    }

    /** Its identity is its name. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RunMetric that && name().equals(that.name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
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
