package interleave.cli;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.ServerMetrics;
import interleave.metric.Unit;
import interleave.record.HumanText;
import interleave.run.LostUpdates;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.run.Verification.Verdict;
import interleave.run.WholeRunMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Numbers;
import interleave.trial.Measurement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The summary for people: a line for each figure that a workload has, a column for each workload; and for two of them,
 * by how much the second's cost for a task differs from the first's.
 */
final class TextSummary {
    private static final int NARROWEST_LABEL = 22;
    /** Of the further lines of a sentence. */
    private static final int INDENT = 2;

    private static final double MEBI = 1024 * 1024;
    private static final String MISSING = "-";
    private static final String AT_LEAST = ">=";

    /** The share of tasks from which on a backlog is said: the tasks in flight come and go by less. */
    private static final double MUCH = 0.02;

    /** @param ratio what is compared where there are two */
    private record Line(String label, Function<Measurement, String> figure, Function<Measurement, Reading> ratio) {
        Line(String label, Function<Measurement, String> figure) {
            this(label, figure, run -> Reading.WARMING_UP);
        }
    }

    /** The lines that tell what a run is, rather than what it did. */
    private static final List<Line> IDENTITY = List.of(
            new Line("", run -> run.workload.toString()),
            new Line("load", run -> HumanText.load(run.load)),
            new Line("seed", run -> String.valueOf(run.spec.seed())),
            new Line("placement", Placement::words),
            new Line("transport", run -> run.transport().orElse(MISSING)));

    private TextSummary() {}

    /** As wide as it takes. */
    static List<String> lines(List<Measurement> runs) {
        return lines(runs, OptionalInt.empty());
    }

    /** @param room the columns of whoever reads; empty: as many as it takes */
    static List<String> lines(List<Measurement> runs, OptionalInt room) {
        List<String> lines = new ArrayList<>();
        if (runs.stream().anyMatch(run -> run.last().isPresent())) lines.addAll(table(runs, room));
        lines.addAll(LineWidth.wrapped(words(runs), INDENT, room));
        return lines;
    }

    /** The sentences below the table. */
    private static List<String> words(List<Measurement> runs) {
        List<String> lines = new ArrayList<>(ServerSide.lines(runs));
        runs.forEach(run -> lostUpdates(run).ifPresent(lines::add));
        runs.stream().flatMap(run -> run.note().stream()).distinct().forEach(lines::add);
        runs.forEach(run -> backlog(run).ifPresent(lines::add));
        runs.forEach(run -> gaps(run).ifPresent(lines::add));
        cutShort(runs).ifPresent(lines::add);
        lines.addAll(failures(runs));
        return lines;
    }

    /** The result of a race, which no line of the table says to be wrong: each of its tasks is right. */
    private static Optional<String> lostUpdates(Measurement run) {
        return KnownWorkloads.named(run.workload.toString(), 1)
                .flatMap(info -> LostUpdates.of(run.readings(), info.proves()))
                .map(updates -> run.workload + " " + updates.result(Numbers::count));
    }

    /**
     * The failures in words. One of a thing that several need is said once. So is why a run failed, when it did, beside
     * the results.
     */
    private static List<String> failures(List<Measurement> runs) {
        Map<String, String> failed = new LinkedHashMap<>();
        for (Measurement run : runs) {
            if (run.failure().isEmpty()) continue;
            String words = run.toldWhy()
                    ? " FAILED"
                    : (run.unverified() ? " NOT VERIFIED: " : " FAILED: ")
                            + run.failure().get();
            failed.merge(words, run.workload.toString(), (some, more) -> some + ", " + more);
        }
        List<String> lines = new ArrayList<>();
        failed.forEach((words, workloads) -> lines.add(workloads + words));
        return lines;
    }

    /** Tasks that were late before the measured time began make its tasks per second more than its plan offers. */
    private static Optional<String> backlog(Measurement run) {
        Reading late = run.readings().of(WorkMetrics.OF_BACKLOG);
        if (late.orElse(0) <= MUCH * run.readings().of(WorkMetrics.TASKS).orElse(0)) return Optional.empty();
        return Optional.of(run.workload + " was behind its plan when the measured time began: " + HumanText.number(late)
                + " of its tasks are of that backlog; a longer --warmup lets it catch up");
    }

    /** Starts that wait for a CPU follow each other closely when they get one. */
    private static Optional<String> gaps(Measurement run) {
        Reading off = run.readings().of(WorkMetrics.GAPS_OFF_PERCENT);
        Reading passing = run.readings().of(WorkMetrics.GAPS_PASS_PERCENT);
        if (off.orElse(0) <= passing.orElse(0)) return Optional.empty();
        return Optional.of(run.workload + " did not begin at true Poisson gaps: off by " + HumanText.number(off)
                + " %, where " + HumanText.number(passing) + " % would pass; starts that were held up follow each other"
                + " closely, and response times count from the plan");
    }

    private static Optional<String> cutShort(List<Measurement> runs) {
        String nothing = runs.stream()
                .filter(run -> !run.measured())
                .map(run -> run.workload.toString())
                .collect(Collectors.joining(", "));
        return runs.stream()
                .flatMap(run -> run.signal().stream())
                .findFirst()
                .map(signal ->
                        "cut short by " + signal + (nothing.isEmpty() ? "" : "; nothing was measured of " + nothing));
    }

    private static String verified(Measurement run) {
        Verdict verdict = run.verified();
        return verdict.known() ? verdict.words : MISSING;
    }

    private static List<String> table(List<Measurement> runs, OptionalInt room) {
        List<Line> shown = lines(metrics(runs)).stream()
                .filter(line ->
                        runs.stream().anyMatch(run -> !line.figure.apply(run).equals(MISSING)))
                .toList();
        TextTable table = new TextTable(NARROWEST_LABEL, runs.size());
        for (Line line : shown) table.line(line.label, cells(line, runs));
        return table.lines(room);
    }

    /** Those that any of the runs has, in the catalogue's order. */
    private static Set<RunMetric> metrics(List<Measurement> runs) {
        Set<RunMetric> metrics = new LinkedHashSet<>(RunMetrics.ALL);
        Set<RunMetric> there = new HashSet<>();
        for (Measurement run : runs) there.addAll(run.readings().metrics());
        metrics.retainAll(there);
        metrics.addAll(there);
        return metrics;
    }

    /** The lines of these metrics. The totals of a run stand below its tasks, and whether they add up below that. */
    private static List<Line> lines(Set<RunMetric> metrics) {
        List<Line> lines = new ArrayList<>(IDENTITY);
        for (RunMetric metric : metrics) {
            if (!metric.inText().isEmpty()) lines.add(measured(metric));
            if (metric != WorkMetrics.TASKS) continue;
            for (RunMetric whole : WholeRunMetrics.ALL) if (!whole.inText().isEmpty()) lines.add(inAll(whole));
            lines.add(new Line("verified", TextSummary::verified));
        }
        for (Metric metric : ServerMetrics.ALL) lines.add(ofServer(metric));
        return lines;
    }

    private static Line measured(RunMetric metric) {
        Function<Measurement, Reading> reading =
                run -> metric.appliesTo(run.whole()) ? run.readings().of(metric) : Reading.WARMING_UP;
        Function<Measurement, String> figure = run -> figure(metric.metric(), reading.apply(run));
        return metric.cost() ? new Line(metric.inText(), figure, reading) : new Line(metric.inText(), figure);
    }

    private static Line ofServer(Metric metric) {
        boolean ofThreads = metric.unit() != Unit.COUNT && metric.unit() != Unit.BYTES;
        Function<Measurement, Reading> reading =
                run -> run.server().map(cost -> cost.of(metric)).orElse(Reading.WARMING_UP);
        Function<Measurement, String> figure = run -> {
            boolean least = ofThreads
                    && run.server().filter(cost -> !cost.source().exact()).isPresent();
            Reading value = reading.apply(run);
            return (least && value.present() ? AT_LEAST : "") + figure(metric, value);
        };
        return new Line(ServerSide.label(metric), figure, reading);
    }

    /** Memory in whole MiB, as its label says. */
    private static String figure(Metric metric, Reading value) {
        return HumanText.number(metric.unit() == Unit.BYTES ? value.map(bytes -> Math.rint(bytes / MEBI)) : value);
    }

    private static Line inAll(RunMetric metric) {
        boolean raised = metric == WorkMetrics.RAISED.inAll();
        return new Line(
                metric.inText(),
                run -> raised && !raises(run)
                        ? MISSING
                        : HumanText.number(run.wholeRun().of(metric)));
    }

    private static boolean raises(Measurement run) {
        return run.spec.failureRate() > 0
                || run.wholeRun().of(WorkMetrics.RAISED.inAll()).orElse(0) > 0;
    }

    private static List<String> cells(Line line, List<Measurement> runs) {
        List<String> cells = new ArrayList<>();
        for (Measurement run : runs) cells.add(line.figure.apply(run));
        if (runs.size() == 2) cells.add(ratio(line, runs));
        return cells;
    }

    /** The second over the first, where both are there and it says something. */
    private static String ratio(Line line, List<Measurement> runs) {
        if (line.label.isEmpty()) return "2nd/1st";
        double first = line.ratio.apply(runs.getFirst()).orElse(0);
        Reading second = line.ratio.apply(runs.getLast());
        return first > 0 && second.present() ? HumanText.number(second.orElse(0) / first) : "";
    }
}
