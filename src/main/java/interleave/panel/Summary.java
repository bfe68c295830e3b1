package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.LostUpdates;
import interleave.run.Percentile;
import interleave.run.RunMetric;
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
    private static final int FAILED = 8;
    private static final int VERIFIED = 10;

    /** A number of a run, as wide as the table has it. */
    private record Column(RunMetric metric, Format format, int width) {}

    private Summary() {}

    /** Nothing if nothing ran. */
    public static List<String> lines(Scene scene, Glyphs glyphs) {
        List<String> lines = new ArrayList<>();
        List<Totals> totals = scene.totals();
        if (totals.isEmpty()) return lines;
        Symbols symbols = Symbols.of(glyphs);
        List<Column> columns = columns();
        lines.add(head(columns, symbols));
        for (Totals each : totals) {
            lines.add(line(scene, each, columns, symbols));
            LostUpdates.of(each.readings(), scene.proves(each.status().workload()))
                    .ifPresent(updates -> lines.add("  " + updates.result(Numbers::count)));
            if (each.status().phase() == RunStatus.Phase.FAILED)
                lines.add("  failed: " + Text.clean(each.status().reason().orElse("no reason is known")));
        }
        lines.add("placement: free, where the scheduler decides");
        return lines;
    }

    private static List<Column> columns() {
        return List.of(
                new Column(WorkMetrics.TASKS, Format.COUNT, 12),
                new Column(WorkMetrics.TASKS_PER_S, Format.COUNT, 9),
                new Column(CostMetrics.SWITCHES_PER_TASK, Format.PER_TASK, 9),
                new Column(CostMetrics.CPU_US_PER_TASK, Format.TENTHS, 9),
                new Column(TimeMetrics.RESPONSE.at(Percentile.P50), Format.MILLISECONDS, 9),
                new Column(TimeMetrics.RESPONSE.at(Percentile.P99), Format.MILLISECONDS, 9));
    }

    private static String head(List<Column> columns, Symbols symbols) {
        StringBuilder line = new StringBuilder("run");
        pad(line, NAME);
        for (Column column : columns) right(line, Paint.label(column.metric(), symbols), column.width());
        right(line, WorkMetrics.FAILED.inAll().inColumn(), FAILED);
        right(line, "verified", VERIFIED);
        return line.append("  settings").toString();
    }

    private static String line(Scene scene, Totals totals, List<Column> columns, Symbols symbols) {
        StringBuilder line = new StringBuilder(totals.status().workload().toString());
        pad(line, NAME);
        for (Column column : columns)
            right(line, of(totals.readings().of(column.metric()), column.format(), symbols), column.width());
        right(line, Long.toString(totals.failed()), FAILED);
        right(line, verified(totals), VERIFIED);
        return line.append("  ").append(settings(scene, totals, symbols)).toString();
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

    private static void pad(StringBuilder line, int width) {
        while (line.length() < width) line.append(' ');
    }

    private static void right(StringBuilder line, String cell, int width) {
        pad(line, line.length() + width - cell.length());
        line.append(cell);
    }
}
