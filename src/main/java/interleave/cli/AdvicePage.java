package interleave.cli;

import interleave.lab.advice.Advice;
import interleave.lab.advice.Seen;
import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.report.Chart;
import interleave.report.Page;
import interleave.run.Percentile;
import interleave.run.TimeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An advice as a page: the models beside each other, best first. */
final class AdvicePage {
    /** A number of a model at the rate that was asked for. */
    private record Column(String title, Function<Seen, Reading> value) {}

    private static final List<Column> COSTS = List.of(
            new Column("CPU µs per task", AdviceReport::cpu),
            new Column("switches per task", AdviceReport::switches),
            new Column("p50, ms", seen -> seen.readings().of(TimeMetrics.RESPONSE, Percentile.P50)),
            new Column("p99, ms", Seen::p99Millis),
            new Column("memory, MiB", AdviceReport::mebibytes));

    private AdvicePage() {}

    static Page of(AdviceReport report) {
        List<Advice> all = report.advising().finished();
        List<Page.Fact> facts = ReportOption.machine(report.place(), report.sides());
        facts.add(new Page.Fact("asked", report.question()));
        facts.add(new Page.Fact(
                "method",
                report.advising().steps().size() + " steps in "
                        + report.advising().elapsed().toSeconds()
                        + " s, those of a model's search in one process; the smallest pool and the highest"
                        + " rate searched for"));
        report.fresh(all).ifPresent(words -> facts.add(new Page.Fact("again", words)));
        facts.add(new Page.Fact(
                "noise", LabText.many(report.spoiled().size(), "step") + " spoiled: done again while most were not"));
        String answer = all.isEmpty() ? "" : report.answer(all) + ".";
        String summary =
                report.inconclusive().map(why -> "INCONCLUSIVE: " + why + ".").orElse(answer);
        List<Page.Part> parts = new ArrayList<>();
        if (!all.isEmpty()) {
            parts.add(rates(all, answer));
            parts.add(costs(all));
        }
        return new Page("Which model, which pool", summary + left(report), facts, parts);
    }

    private static String left(AdviceReport report) {
        if (report.advising().notFinished().isEmpty()) return "";
        List<String> names = report.advising().notFinished().stream()
                .map(entry -> entry.entrant().workload().model())
                .toList();
        return " Not finished: " + String.join(", ", names) + ".";
    }

    private static Page.Part rates(List<Advice> all, String answer) {
        List<Chart.Bar> bars = all.stream()
                .map(one -> bar(one, Reading.of(one.highestPerSecond())))
                .flatMap(Optional::stream)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Advice one : all)
            rows.add(List.of(
                    name(one),
                    one.meets() ? "yes" : "no",
                    one.pool().isPresent() ? String.valueOf(one.pool().getAsInt()) : "-",
                    HumanText.number(Reading.of(one.highestPerSecond())),
                    one.failedAt()
                            .map(seen -> HumanText.number(Reading.of(seen.askedPerSecond())))
                            .orElse("-"),
                    AdviceReport.words(one.boundBy()),
                    one.larger()
                            .map(larger -> larger.pool() + ": "
                                    + HumanText.number(Reading.of(larger.highestPerSecond())) + "/s")
                            .orElse("-")));
        return new Page.Part(
                "The highest rate that each holds",
                Optional.empty(),
                List.of(answer),
                List.of(new Chart.Bars("tasks/s", bars)),
                Optional.of(new Page.Numbers(
                        List.of("workload", "meets", "pool", "holds, /s", "not, /s", "bound by", "a larger pool"),
                        rows)));
    }

    /** At the rate asked for; of what does not hold it, at the highest that it holds. */
    private static Page.Part costs(List<Advice> all) {
        List<String> head = new ArrayList<>(List.of("workload", "at, /s"));
        for (Column column : COSTS) head.add(column.title());
        List<Chart> charts = new ArrayList<>();
        for (Column column : COSTS) {
            List<Chart.Bar> bars = all.stream()
                    .flatMap(one -> bar(one, AdviceReport.reading(one, column.value())).stream())
                    .toList();
            if (!bars.isEmpty()) charts.add(new Chart.Bars(column.title(), bars));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Advice one : all) {
            List<String> row = new ArrayList<>(List.of(
                    name(one),
                    one.asked()
                            .map(seen -> HumanText.number(Reading.of(seen.askedPerSecond())))
                            .orElse("-")));
            for (Column column : COSTS) row.add(HumanText.number(AdviceReport.reading(one, column.value())));
            rows.add(row);
        }
        return new Page.Part(
                "The cost of a task",
                Optional.empty(),
                List.of("At the rate asked for, or the highest that it holds where that is less."),
                charts,
                Optional.of(new Page.Numbers(head, rows)));
    }

    private static Optional<Chart.Bar> bar(Advice one, Reading reading) {
        if (!reading.present()) return Optional.empty();
        double value = reading.orElse(0);
        return Optional.of(new Chart.Bar(name(one), value, HumanText.number(reading), value, value));
    }

    private static String name(Advice one) {
        return one.entrant().workload().toString();
    }
}
