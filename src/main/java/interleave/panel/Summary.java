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

/**
 * The runs as an aligned text for below the prompt: a line for each run under each of its settings, which stand below
 * it where the terminal has no room for them at its end. Pure.
 */
public final class Summary {
    private static final int LEAST_NAME = 12;
    private static final int FAILED = 8;
    private static final int VERIFIED = 10;

    private static final String SETTINGS = "  settings";

    /**
     * A number of a run, as wide as the table has it.
     *
     * @param dropped the higher, the earlier it goes where there is no room for all; 0: it stays
     */
    private record Column(RunMetric metric, Format format, int width, int dropped) {}

    /**
     * The form of the table.
     *
     * @param name the width of the names
     * @param below true if settings stand below their run
     */
    private record Table(int name, List<Column> columns, boolean below) {}

    private Summary() {}

    /** Nothing if nothing ran. */
    public static List<String> lines(Scene scene, Glyphs glyphs, int columns) {
        List<String> lines = new ArrayList<>();
        List<Totals> totals = scene.totals();
        if (totals.isEmpty()) return lines;
        Symbols symbols = Symbols.of(glyphs);
        Table table = table(scene, totals, symbols, columns);
        lines.add(head(table, symbols));
        for (Totals each : totals) {
            lines.add(line(scene, each, table, symbols));
            if (table.below) lines.add("  " + settings(scene, each, symbols));
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
                new Column(WorkMetrics.TASKS, Format.COUNT, 8, 2),
                new Column(WorkMetrics.TASKS_PER_S, Format.COUNT, 9, 0),
                new Column(CostMetrics.SWITCHES_PER_TASK, Format.PER_TASK, 9, 0),
                new Column(CostMetrics.CPU_US_PER_TASK, Format.TENTHS, 9, 0),
                new Column(TimeMetrics.RESPONSE.at(Percentile.P50), Format.MILLISECONDS, 9, 1),
                new Column(TimeMetrics.RESPONSE.at(Percentile.P99), Format.MILLISECONDS, 9, 0));
    }

    /** Settings go below before a number is left out. */
    private static Table table(Scene scene, List<Totals> totals, Symbols symbols, int room) {
        int name = LEAST_NAME;
        int settings = SETTINGS.length();
        for (Totals each : totals) {
            name = Math.max(name, each.status().workload().toString().length());
            settings = Math.max(settings, 2 + settings(scene, each, symbols).length());
        }
        List<Column> columns = new ArrayList<>(columns());
        if (width(name, columns) + settings <= room) return new Table(name, columns, false);
        for (int dropped = 2; dropped > 0 && width(name, columns) > room; dropped--) {
            int next = dropped;
            columns.removeIf(column -> column.dropped == next);
        }
        return new Table(name, columns, true);
    }

    private static int width(int name, List<Column> columns) {
        int width = name + FAILED + VERIFIED;
        for (Column column : columns) width += column.width;
        return width;
    }

    private static String head(Table table, Symbols symbols) {
        StringBuilder line = new StringBuilder("run");
        pad(line, table.name);
        for (Column column : table.columns) right(line, Paint.label(column.metric(), symbols), column.width());
        right(line, WorkMetrics.FAILED.inAll().inColumn(), FAILED);
        right(line, "verified", VERIFIED);
        return (table.below ? line : line.append(SETTINGS)).toString();
    }

    private static String line(Scene scene, Totals totals, Table table, Symbols symbols) {
        StringBuilder line = new StringBuilder(totals.status().workload().toString());
        pad(line, table.name);
        for (Column column : table.columns)
            right(line, of(totals.readings().of(column.metric()), column.format(), symbols), column.width());
        right(line, Long.toString(totals.failed()), FAILED);
        right(line, verified(totals), VERIFIED);
        if (!table.below) line.append("  ").append(settings(scene, totals, symbols));
        return line.toString();
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
