package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunReadings;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.Matrix;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.Optional;

/** Every task under every execution model: what can run, what runs, and which does it best. */
final class MatrixPanel implements Panel {
    private static final String LEGEND = "* the best of its line";
    /** Where a cell's numbers end at most; the sign of the best stands there. */
    private static final int NUMBER = 8;
    /** Where a wide cell's histories begin. */
    private static final int GRAPH = 10;

    private static final int LEAST_GRAPH = 6;

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public String title(State state) {
        return "tasks under execution models";
    }

    @Override
    public String note(State state) {
        return LEGEND;
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Matrix matrix = state.setup().menu().matrix();
        MatrixLayout layout = MatrixLayout.of(canvas.columns(), canvas.rows(), state);
        heads(matrix, state, layout, canvas);
        for (int i = 0; i < layout.rows(); i++) {
            Rect place = new Rect(0, layout.tops()[i], canvas.columns(), layout.heights()[i]);
            row(state, matrix, layout.firstRow() + i, layout, canvas.clip(place));
        }
        more(matrix, layout, canvas);
    }

    private static void heads(Matrix matrix, State state, MatrixLayout layout, Canvas canvas) {
        canvas.right(layout.margin() + layout.name(), 0, "tasks/s", Ink.FAINT);
        int selected = matrix.columnOf(state.selected());
        for (int i = 0; i < layout.columns(); i++) {
            int model = layout.firstColumn() + i;
            String name = Text.fit(
                    matrix.models().get(model),
                    layout.width(i) - 1,
                    canvas.symbols().ellipsis());
            if (model == selected) canvas.bold(layout.column(i) + 1, 0, name, Ink.STRONG);
            else canvas.text(layout.column(i) + 1, 0, name, Ink.FAINT);
        }
    }

    /** Signs where there are more rows above or below, and more columns to a side. */
    private static void more(Matrix matrix, MatrixLayout layout, Canvas canvas) {
        int rows = layout.rows();
        if (rows == 0) return;
        int column = layout.column(0) - 1;
        if (layout.firstRow() > 0) more(canvas, column, layout.tops()[0], Mark.UP);
        if (layout.firstRow() + rows < matrix.tasks().size()) more(canvas, column, layout.tops()[rows - 1], Mark.DOWN);
        if (layout.firstColumn() > 0) more(canvas, column, 0, Mark.LEFT);
        if (layout.firstColumn() + layout.columns() < matrix.models().size())
            more(canvas, layout.column(layout.columns()), 0, Mark.RIGHT);
    }

    private static void more(Canvas canvas, int column, int row, Mark mark) {
        canvas.put(column, row, canvas.symbols().mark(mark), Ink.NOTICE);
    }

    private static void row(State state, Matrix matrix, int task, MatrixLayout layout, Canvas row) {
        Scene scene = state.shown();
        Best best = Best.of(scene, matrix, task);
        boolean selected = task == matrix.rowOf(state.selected());
        String name =
                Text.fit(matrix.tasks().get(task), layout.name(), row.symbols().ellipsis());
        if (selected) row.bold(layout.margin(), 0, name, Ink.STRONG);
        else row.text(layout.margin(), 0, name, Ink.PLAIN);
        if (row.rows() > 1) {
            row.right(layout.margin() + layout.name(), 1, "sw/task", Ink.FAINT);
            row.right(layout.margin() + layout.name(), 2, row.symbols().micro() + "s/task", Ink.FAINT);
            row.right(layout.margin() + layout.name(), 3, "p99", Ink.FAINT);
            row.right(layout.margin() + layout.name(), 4, "load", Ink.FAINT);
            if (row.rows() > MatrixLayout.WHOLE)
                row.right(layout.margin() + layout.name(), MatrixLayout.WHOLE, "age", Ink.FAINT);
        }
        for (int i = 0; i < layout.columns(); i++) {
            int index = matrix.cells()[task][layout.firstColumn() + i];
            if (index < 0) continue;
            Canvas cell = row.clip(new Rect(layout.column(i), 0, layout.width(i), row.rows()));
            cell(state, index, best, cell);
        }
    }

    private static void cell(State state, int index, Best best, Canvas cell) {
        Scene scene = state.shown();
        WorkloadCell slot = scene.slots().get(index);
        boolean selected = index == state.selected();
        if (selected) cell.tag(0, 0, String.valueOf(cell.symbols().mark(Mark.SELECTED)), Ink.KEY);
        boolean idle = slot.run().isEmpty();
        boolean bare = idle && slot.last().isEmpty();
        if (slot.info().unavailable().isPresent()) cell.text(1, 0, "n/a", Ink.FAINT);
        else if (bare) cell.put(3, 0, Paint.key(slot, state.setup().readOnly()), Ink.KEY);
        if (slot.info().unavailable().isEmpty()) mark(slot, index, cell);
        if (RunWords.failed(slot)) cell.text(2, 0, "failed", Ink.BAD);
        Optional<CellResult> result = CellResult.of(slot);
        if (result.isPresent()) numbers(result.get(), RunWords.failed(slot) ? 1 : 0, index, best, cell);
        if (result.isPresent()) told(result.get(), scene, cell);
        if (slot.run().isPresent() && !RunWords.failed(slot)) histories(scene, slot, index, cell);
        if (state.alone().marked().contains(index))
            cell.put(RunWords.failed(slot) ? 1 : 2, 0, cell.symbols().mark(Mark.MARKED), Ink.NOTICE);
        if (selected) for (int row = 0; row < cell.rows(); row++) cell.embolden(row);
    }

    private static void mark(WorkloadCell slot, int index, Canvas cell) {
        Ink ink = slot.run().isEmpty() ? Ink.FAINT : RunWords.markInk(slot, index);
        cell.put(1, 0, RunWords.mark(slot, cell.symbols()), ink);
    }

    /** From a line on: a run that failed has said so in the first, and the others are of the one before. */
    private static void numbers(CellResult result, int from, int index, Best best, Canvas cell) {
        RunReadings readings = result.readings();
        Ink ink = result.live() ? Ink.STRONG : Ink.FAINT;
        if (from == 0) number(cell, 0, readings.of(WorkMetrics.TASKS_PER_S), Format.COUNT, ink, index == best.tasks());
        Reading switches = readings.of(CostMetrics.SWITCHES_PER_TASK);
        number(cell, 1, switches, Format.PER_TASK, ink, index == best.switches());
        number(cell, 2, readings.of(CostMetrics.CPU_US_PER_TASK), Format.TENTHS, ink, index == best.micros());
        Reading p99 = readings.of(TimeMetrics.RESPONSE, Percentile.P99);
        number(cell, 3, p99, Format.MILLISECONDS, ink, index == best.p99());
        if (!result.good()) cell.put(end(cell), 0, cell.symbols().mark(Mark.UNVERIFIED), Ink.BAD);
    }

    /** The load that the numbers are of, and their age. */
    private static void told(CellResult result, Scene scene, Canvas cell) {
        cell.right(end(cell), 4, Paint.load(result.status().load(), end(cell) - 1), Ink.FAINT);
        cell.right(end(cell), MatrixLayout.WHOLE, result.age(scene.nanos()), Ink.FAINT);
    }

    private static void histories(Scene scene, WorkloadCell slot, int index, Canvas cell) {
        int width = cell.columns() - GRAPH - 2;
        if (width < LEAST_GRAPH) return;
        RunView run = slot.run().orElseThrow();
        Ink own = slot.live() ? Paint.run(index) : RunWords.ink(slot);
        Trend.line(scene, run, run.tasks(), own, cell, GRAPH, 0, width);
        Trend.line(scene, run, run.switchesPerTask(), own, cell, GRAPH, 1, width);
        Trend.line(scene, run, run.cpuPerTask(), own, cell, GRAPH, 2, width);
        Trend.line(scene, run, run.p99(), own, cell, GRAPH, 3, width);
    }

    private static void number(Canvas cell, int row, Reading reading, Format format, Ink ink, boolean best) {
        Paint.number(cell, end(cell), row, reading, format, best ? Ink.GOOD : ink);
        if (best) cell.put(end(cell), row, cell.symbols().mark(Mark.BEST), Ink.GOOD);
    }

    private static int end(Canvas cell) {
        return Math.min(NUMBER, cell.columns() - 1);
    }
}
