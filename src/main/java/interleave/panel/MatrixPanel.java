package interleave.panel;

import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.Matrix;
import interleave.state.Scene;
import interleave.state.Slot;
import interleave.state.State;

/** Every task under every execution model: what can run, what runs, and which does it best. */
final class MatrixPanel implements Panel {
    private static final String LEGEND = "tasks/s, kernel switches per task, CPU time per task; * the best of its row";

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
    public void draw(State state, Canvas canvas) {
        Matrix matrix = state.setup().matrix();
        MatrixLayout layout = MatrixLayout.of(canvas.columns(), canvas.rows(), state);
        heads(matrix, state, layout, canvas);
        for (int i = 0; i < layout.rows(); i++) {
            Canvas line =
                    canvas.clip(new Rect(0, layout.heads() + i * layout.pitch(), canvas.columns(), layout.height()));
            row(state, matrix, layout.firstRow() + i, layout, line);
        }
    }

    private static void heads(Matrix matrix, State state, MatrixLayout layout, Canvas canvas) {
        int selected = matrix.columnOf(state.selected());
        for (int i = 0; i < layout.columns(); i++) {
            int model = layout.firstColumn() + i;
            int column = layout.name() + 1 + i * layout.width();
            String name = Text.fit(
                    matrix.models().get(model),
                    layout.width() - 1,
                    canvas.symbols().ellipsis());
            if (model == selected) canvas.bold(column + 1, 0, name, Ink.STRONG);
            else canvas.text(column + 1, 0, name, Ink.FAINT);
            if (layout.width() < MatrixLayout.WIDE) continue;
            canvas.right(column + 7, 1, "tasks/s", Ink.FAINT);
            canvas.right(column + 14, 1, "sw", Ink.FAINT);
            canvas.right(column + 21, 1, canvas.symbols().micro() + "s", Ink.FAINT);
        }
        if (layout.height() == 2)
            canvas.text(0, 1, "sw/task " + canvas.symbols().micro() + "s/task", Ink.FAINT);
        if (layout.width() < MatrixLayout.WIDE) canvas.text(0, 0, corner(matrix, layout), Ink.FAINT);
    }

    /** What the first number of a cell is, and which rows are seen if not all. */
    private static String corner(Matrix matrix, MatrixLayout layout) {
        int all = matrix.tasks().size();
        if (layout.rows() >= all) return "tasks/s";
        int first = layout.firstRow() + 1;
        return "tasks/s " + first + "-" + (layout.firstRow() + layout.rows()) + "/" + all;
    }

    private static void row(State state, Matrix matrix, int task, MatrixLayout layout, Canvas line) {
        Scene scene = state.shown();
        Best best = Best.of(scene, matrix, task);
        boolean selected = task == matrix.rowOf(state.selected());
        String name =
                Text.fit(matrix.tasks().get(task), layout.name(), line.symbols().ellipsis());
        if (selected) line.bold(0, 0, name, Ink.STRONG);
        else line.text(0, 0, name, Ink.PLAIN);
        for (int i = 0; i < layout.columns(); i++) {
            int index = matrix.cells()[task][layout.firstColumn() + i];
            if (index < 0) continue;
            int column = layout.name() + 1 + i * layout.width();
            Canvas cell = line.clip(new Rect(column, 0, layout.width(), line.rows()));
            cell(scene.slots().get(index), index, index == state.selected(), best, layout, cell);
        }
    }

    private static void cell(Slot slot, int index, boolean selected, Best best, MatrixLayout layout, Canvas cell) {
        if (selected) cell.tag(0, 0, String.valueOf(cell.symbols().mark(Mark.SELECTED)), Ink.KEY);
        if (slot.run().isEmpty()) idle(slot, cell);
        else run(slot, index, best, layout, cell);
        if (selected) for (int row = 0; row < cell.rows(); row++) cell.embolden(row);
    }

    private static void idle(Slot slot, Canvas cell) {
        if (slot.info().unavailable().isPresent()) {
            cell.text(1, 0, "n/a", Ink.FAINT);
            return;
        }
        cell.put(1, 0, cell.symbols().mark(Mark.IDLE), Ink.FAINT);
        cell.put(3, 0, Paint.key(slot), Ink.KEY);
    }

    private static void run(Slot slot, int index, Best best, MatrixLayout layout, Canvas cell) {
        boolean live = slot.live();
        cell.put(1, 0, RunWords.mark(slot, cell.symbols()), live ? Paint.run(index) : RunWords.ink(slot));
        if (RunWords.failed(slot)) {
            cell.text(2, 0, "failed", Ink.BAD);
            return;
        }
        Ink ink = live ? Ink.STRONG : Ink.FAINT;
        number(cell, 7, 0, RunNumber.TASKS.of(slot.run().orElseThrow()), Format.COUNT, ink, index == best.tasks());
        if (RunWords.unverified(slot)) cell.put(7, 0, cell.symbols().mark(Mark.UNVERIFIED), Ink.BAD);
        Reading switches = RunNumber.SWITCHES_PER_TASK.of(slot.run().orElseThrow());
        Reading micros = RunNumber.CPU_PER_TASK.of(slot.run().orElseThrow());
        boolean cheapest = index == best.micros();
        if (layout.width() >= MatrixLayout.WIDE) {
            Paint.number(cell, 14, 0, switches, Format.PER_TASK, ink);
            number(cell, 21, 0, micros, Format.TENTHS, ink, cheapest);
        } else if (layout.height() == 2) {
            Paint.number(cell, 7, 1, switches, Format.PER_TASK, ink);
            number(cell, 12, 1, micros, Format.COUNT, ink, cheapest);
        }
    }

    private static void number(Canvas cell, int end, int row, Reading reading, Format format, Ink ink, boolean best) {
        Paint.number(cell, end, row, reading, format, best ? Ink.GOOD : ink);
        if (best) cell.put(end, row, cell.symbols().mark(Mark.BEST), Ink.GOOD);
    }
}
