package interleave.cli;

import interleave.lab.Comparison;
import interleave.lab.Interleaving;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.stats.Interval;
import interleave.lab.stats.Medians;
import interleave.lab.stats.Repeated;
import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.report.Chart;
import interleave.report.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A comparison as a page: of each quantity the candidates beside each other. */
final class ContestPage {
    private ContestPage() {}

    static Page of(Contest contest, Interleaving interleaving, Duration elapsed) {
        List<Page.Fact> facts = ReportOption.machine(contest.place(), contest.sides());
        facts.add(new Page.Fact("load", contest.loads()));
        facts.add(new Page.Fact(
                "method",
                interleaving.repetitions() + " repetitions in turn, each in a fresh process, in " + elapsed.toSeconds()
                        + " s; medians over processes, 95 % intervals of their ratios (bootstrap)"));
        facts.add(new Page.Fact(
                "noise",
                LabText.many(interleaving.spoiled().size(), "repetition")
                        + " spoiled: done again while there was time"));
        List<String> labels =
                contest.entries().stream().map(Contest.Entry::label).toList();
        String summary = interleaving
                .tooNoisy()
                .map(why -> "INCONCLUSIVE: " + why)
                .orElse("The first, " + labels.getFirst() + ", is the base of all ratios.");
        List<Page.Part> parts = new ArrayList<>();
        List<Comparison> all = interleaving.comparisons();
        for (Quantity quantity : Quantity.values()) {
            List<Chart.Bar> bars = bars(quantity, labels, interleaving);
            if (!bars.isEmpty()) parts.add(part(quantity, bars, labels, all));
        }
        return new Page(String.join(", ", labels), summary, facts, parts);
    }

    private static List<Chart.Bar> bars(Quantity quantity, List<String> labels, Interleaving interleaving) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            double[] values = values(quantity, interleaving.of(i));
            if (values.length == 0) continue;
            double median = Medians.median(values);
            bars.add(new Chart.Bar(
                    labels.get(i),
                    median,
                    HumanText.number(Reading.of(median)),
                    Medians.quantile(values, 0),
                    Medians.quantile(values, 1)));
        }
        return bars;
    }

    private static double[] values(Quantity quantity, List<Repetition> repetitions) {
        return repetitions.stream()
                .flatMap(one -> one.value(quantity).stream())
                .mapToDouble(Repeated::value)
                .map(quantity::inUnitOfTitle)
                .toArray();
    }

    private static Page.Part part(Quantity quantity, List<Chart.Bar> bars, List<String> labels, List<Comparison> all) {
        List<List<String>> rows = new ArrayList<>();
        for (Comparison one : all)
            if (one.quantity() == quantity)
                rows.add(List.of(
                        labels.get(one.candidate()),
                        HumanText.number(one.median().map(quantity::inUnitOfTitle)),
                        HumanText.number(one.middle()),
                        one.ratio()
                                .map(Interval::low)
                                .map(Reading::of)
                                .map(HumanText::number)
                                .orElse("-"),
                        one.ratio()
                                .map(Interval::high)
                                .map(Reading::of)
                                .map(HumanText::number)
                                .orElse("-"),
                        one.verdict().words,
                        String.valueOf(one.repetitions())));
        List<String> head = List.of("workload", "median", "ratio", "from", "to", "verdict", "repetitions");
        return new Page.Part(
                quantity.title,
                Optional.empty(),
                List.of(),
                List.of(new Chart.Bars(quantity.title, bars)),
                Optional.of(new Page.Numbers(head, rows)));
    }
}
