package interleave.cli;

import interleave.lab.Place;
import interleave.lab.Quantity;
import interleave.lab.Sweep;
import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.report.Chart;
import interleave.report.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sweep as a page: the curve, its best, and the points. */
final class SweepPage {
    private static final List<Quantity> SHOWN = List.of(
            Quantity.TASKS_PER_S,
            Quantity.CPU_US_PER_TASK,
            Quantity.SWITCHES_PER_TASK,
            Quantity.RESPONSE_P50,
            Quantity.RESPONSE_P99);

    private SweepPage() {}

    /** @param axis the setting that was swept */
    static Page of(String workload, String axis, Place place, Place.Sides sides, Sweep sweep, Duration elapsed) {
        List<Page.Fact> facts = ReportOption.machine(place, sides);
        facts.add(new Page.Fact(
                "method",
                sweep.repetitions() + " repetitions, each in a fresh process, in " + elapsed.toSeconds()
                        + " s; medians over processes"));
        facts.add(new Page.Fact(
                "noise",
                LabText.many(sweep.spoiled().size(), "repetition") + " spoiled: done again while there was time"));
        String best = sweep.best()
                .map(each ->
                        "The best " + axis + " here: " + each.value() + " (" + each.low() + " to " + each.high() + ").")
                .orElse("Too few repetitions to tell the best.");
        String knee =
                sweep.knee().isPresent() ? " From " + sweep.knee().getAsLong() + " on it gives 95 % of the most." : "";
        Page.Part part = new Page.Part(
                "Tasks per second",
                Optional.empty(),
                List.of(best + knee),
                curve(axis, sweep),
                Optional.of(points(axis, sweep)));
        return new Page(workload + " along " + axis, best + knee, facts, List.of(part));
    }

    private static List<Chart> curve(String axis, Sweep sweep) {
        List<Chart.Point> points = new ArrayList<>();
        sweep.points().forEach((value, repetitions) -> {
            if (!repetitions.isEmpty())
                points.add(
                        new Chart.Point(value, sweep.median(value), HumanText.number(Reading.of(sweep.median(value)))));
        });
        return points.isEmpty() ? List.of() : List.of(new Chart.Curve("tasks/s", axis, points));
    }

    private static Page.Numbers points(String axis, Sweep sweep) {
        List<String> head = new ArrayList<>(List.of(axis));
        for (Quantity quantity : SHOWN) head.add(quantity.title);
        head.add("repetitions");
        List<List<String>> rows = new ArrayList<>();
        sweep.points().forEach((value, repetitions) -> {
            List<String> row = new ArrayList<>(List.of(String.valueOf(value)));
            for (Quantity quantity : SHOWN)
                row.add(HumanText.number(
                        SweepReport.median(repetitions, quantity).map(quantity::inUnitOfTitle)));
            row.add(String.valueOf(repetitions.size()));
            rows.add(row);
        });
        return new Page.Numbers(head, rows);
    }
}
