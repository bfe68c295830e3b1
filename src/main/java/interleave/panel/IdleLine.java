package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.spec.Workload;
import interleave.state.State;
import interleave.state.WorkloadCell;

/** The one line that all workloads share that are idle, where there is no room for a line each. */
final class IdleLine {
    private IdleLine() {}

    /** The keys of all that is idle, each with its model, by task. */
    static void draw(State state, Canvas canvas, int row) {
        int column = width(state) + 5 <= canvas.columns() ? canvas.text(0, row, "idle ", Ink.FAINT) : 0;
        String task = "";
        for (WorkloadCell slot : state.shown().slots()) {
            if (slot.key().isEmpty() || slot.run().isPresent()) continue;
            String next = slot.info().workload().task();
            String model = slot.info().workload().model();
            int needed = (next.equals(task) ? 0 : next.length() + 1) + key(state) + model.length();
            if (column + needed > canvas.columns()) {
                canvas.put(canvas.columns() - 1, row, canvas.symbols().ellipsis(), Ink.FAINT);
                return;
            }
            if (!next.equals(task)) column = canvas.text(column, row, next, Ink.FAINT) + 1;
            task = next;
            if (key(state) > 0) column = 1 + canvas.bold(column, row, String.valueOf(Paint.key(slot, false)), Ink.KEY);
            column = canvas.text(column, row, model, Ink.PLAIN) + 1;
        }
    }

    /** The columns of a key: none where it would do nothing. */
    private static int key(State state) {
        return state.setup().readOnly() ? 0 : 2;
    }

    private static int width(State state) {
        int width = 0;
        String task = "";
        for (WorkloadCell slot : state.shown().slots()) {
            if (slot.key().isEmpty() || slot.run().isPresent()) continue;
            Workload workload = slot.info().workload();
            width += 1 + key(state) + workload.model().length();
            if (!workload.task().equals(task)) width += workload.task().length() + 1;
            task = workload.task();
        }
        return width - 1;
    }
}
