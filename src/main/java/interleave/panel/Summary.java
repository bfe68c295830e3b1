package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.LostUpdates;
import interleave.run.Percentile;
import interleave.run.RunReadings;
import interleave.run.RunStatus;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Glyphs;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Text;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.state.Scene;
import interleave.state.Totals;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The runs as an aligned text for below the prompt: a line for each run under each of its settings. Pure. */
public final class Summary {
    private static final int NAME = 23;
    private static final int[] WIDTHS = {12, 9, 9, 9, 9, 9, 8, 10};

    private Summary() {}

    /** Nothing if nothing ran. */
    public static List<String> lines(Scene scene, Glyphs glyphs) {
        List<String> lines = new ArrayList<>();
        List<Totals> totals = scene.totals();
        if (totals.isEmpty()) return lines;
        Symbols symbols = Symbols.of(glyphs);
        String cost = symbols.micro() + "s/task";
        lines.add(line("run", "tasks", "tasks/s", "sw/task", cost, "p50", "p99", "failed", "verified", "  settings"));
        for (Totals each : totals) {
            lines.add(line(scene, each, symbols));
            LostUpdates.of(each.readings(), scene.proves(each.status().workload()))
                    .ifPresent(updates -> lines.add("  " + updates.result(Numbers::count)));
            if (each.status().phase() == RunStatus.Phase.FAILED)
                lines.add("  failed: " + Text.clean(each.status().reason().orElse("no reason is known")));
        }
        lines.add("placement: free, where the scheduler decides");
        return lines;
    }

    private static String line(Scene scene, Totals totals, Symbols symbols) {
        RunReadings readings = totals.readings();
        return line(
                totals.status().workload().toString(),
                of(readings.of(WorkMetrics.TASKS), Format.COUNT, symbols),
                of(readings.of(WorkMetrics.TASKS_PER_S), Format.COUNT, symbols),
                of(readings.of(CostMetrics.SWITCHES_PER_TASK), Format.PER_TASK, symbols),
                of(readings.of(CostMetrics.CPU_US_PER_TASK), Format.TENTHS, symbols),
                of(readings.of(TimeMetrics.RESPONSE, Percentile.P50), Format.MILLISECONDS, symbols),
                of(readings.of(TimeMetrics.RESPONSE, Percentile.P99), Format.MILLISECONDS, symbols),
                Long.toString(totals.failed()),
                verified(totals),
                "  " + settings(scene, totals, symbols));
    }

    /** The load, the size of a pool, and what else was not left to the workload. */
    static String settings(Scene scene, Totals totals, Symbols symbols) {
        return Paint.load(totals.status().load()) + knobs(scene, totals, symbols, knob -> knob.title);
    }

    /** The same in few columns. */
    static String brief(Scene scene, Totals totals, Symbols symbols) {
        return Paint.load(totals.status().load(), 9) + knobs(scene, totals, symbols, knob -> knob.option);
    }

    private static String knobs(Scene scene, Totals totals, Symbols symbols, Function<Knob, String> name) {
        StringBuilder words = new StringBuilder();
        RunSpec spec = totals.status().spec();
        for (WorkloadCell cell : scene.slots())
            if (cell.info().workload().equals(spec.workload()))
                for (Knob knob : cell.info().knobs())
                    if (knob == Knob.POOL || spec.knobs().containsKey(knob))
                        words.append(", ")
                                .append(name.apply(knob))
                                .append(' ')
                                .append(Paint.knob(knob, cell.under(spec).value(knob), symbols));
        return words.toString();
    }

    static String verified(Totals totals) {
        return totals.completed() == 0 ? "-" : totals.good() ? "yes" : "NO";
    }

    private static String of(Reading reading, Format format, Symbols symbols) {
        return reading.present() ? format.of(reading, symbols) : "-";
    }

    private static String line(String name, String... cells) {
        StringBuilder line = new StringBuilder(name);
        while (line.length() < NAME) line.append(' ');
        for (int i = 0; i < cells.length; i++) {
            for (int blank = (i < WIDTHS.length ? WIDTHS[i] : 0) - cells[i].length(); blank > 0; blank--)
                line.append(' ');
            line.append(cells[i]);
        }
        return line.toString();
    }
}
