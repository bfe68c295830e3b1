package interleave.panel;

import interleave.metric.Reading;
import interleave.run.RunMetric;
import interleave.run.RunReadings;
import interleave.run.WorkMetrics;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.state.RunView;

/** A run beside the plan of its open load, in one line; its parts stand still while their numbers change. */
final class PlanLine {
    private static final int WIDE = 62;

    private PlanLine() {}

    static void draw(RunView run, Canvas canvas, int from, int row) {
        boolean wide = canvas.columns() - from >= WIDE;
        int column = part(
                WorkMetrics.OFFERED_PER_S.inDetail(), run.readings(), WorkMetrics.OFFERED_PER_S, canvas, from, row);
        if (wide)
            column = part(
                    WorkMetrics.TASKS_PER_S.inDetail(), run.readings(), WorkMetrics.TASKS_PER_S, canvas, column, row);
        column = part(
                WorkMetrics.BEHIND_NOW_MS.inColumn(), run.readings(), WorkMetrics.BEHIND_NOW_MS, canvas, column, row);
        RunMetric dropped = WorkMetrics.DROPPED.inAll();
        part(dropped.inColumn(), run.newest(), dropped, canvas, column, row);
    }

    private static int part(String label, RunReadings readings, RunMetric metric, Canvas canvas, int from, int row) {
        Format format = RunFigures.format(metric);
        return part(label, format == Format.MILLISECONDS ? 8 : 6, readings.of(metric), format, "  ", canvas, from, row);
    }

    static int part(
            String label, int width, Reading reading, Format format, String unit, Canvas canvas, int from, int row) {
        // Half a word says nothing.
        if (from + label.length() + width > canvas.columns()) return from;
        int end = canvas.text(from, row, label, Ink.FAINT) + width;
        Paint.number(canvas, end, row, reading, format, Ink.STRONG);
        return canvas.text(end, row, unit, Ink.FAINT);
    }
}
