package interleave.panel;

import interleave.metric.Reading;
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
        int column = from;
        column = part(
                "offered", 6, run.readings().of(WorkMetrics.OFFERED_PER_S), Format.COUNT, "/s  ", canvas, column, row);
        if (wide)
            column = part(
                    "achieved",
                    6,
                    run.readings().of(WorkMetrics.TASKS_PER_S),
                    Format.COUNT,
                    "/s  ",
                    canvas,
                    column,
                    row);
        column = part(
                "behind",
                8,
                run.readings().of(WorkMetrics.BEHIND_NOW_MS),
                Format.MILLISECONDS,
                "  ",
                canvas,
                column,
                row);
        part("dropped", 6, run.newest().of(WorkMetrics.DROPPED.inAll()), Format.COUNT, "", canvas, column, row);
    }

    static int part(
            String label, int width, Reading reading, Format format, String unit, Canvas canvas, int from, int row) {
        int end = canvas.text(from, row, label, Ink.FAINT) + width;
        Paint.number(canvas, end, row, reading, format, Ink.STRONG);
        return canvas.text(end, row, unit, Ink.FAINT);
    }
}
