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
            int needed = (next.equals(task) ? 0 : next.length() + 1) + 2 + model.length();
            if (column + needed > canvas.columns()) {
                canvas.put(canvas.columns() - 1, row, canvas.symbols().ellipsis(), Ink.FAINT);
                return;
            }
            if (!next.equals(task)) column = canvas.text(column, row, next, Ink.FAINT) + 1;
            task = next;
            Ink ink = state.setup().readOnly() ? Ink.FAINT : Ink.KEY;
            column = canvas.bold(column, row, String.valueOf(Paint.key(slot)), ink);
            column = canvas.text(column + 1, row, model, Ink.PLAIN) + 1;
        }
    }

    private static int width(State state) {
        int width = 0;
        String task = "";
        for (WorkloadCell slot : state.shown().slots()) {
            if (slot.key().isEmpty() || slot.run().isPresent()) continue;
            Workload workload = slot.info().workload();
            width += 3 + workload.model().length();
            if (!workload.task().equals(task)) width += workload.task().length() + 1;
            task = workload.task();
        }
        return width - 1;
    }
}
