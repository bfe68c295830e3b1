package interleave.state;

/** Which workload is selected next: in the table along its lines, in the matrix to all sides. Pure. */
final class Selection {
    private Selection() {}

    /** Among the steps, where they are shown; else among the workloads. */
    static State moved(State state, Action action) {
        if (state.view() != View.STEPS) return state.withSelected(workload(state, action));
        int last = Math.max(0, state.shown().totals().size() - 1);
        int step = Math.clamp(state.choice().step() + (action == Action.DOWN ? 1 : -1), 0, last);
        return state.with(state.choice().atStep(step));
    }

    private static int workload(State state, Action action) {
        int down = action == Action.DOWN ? 1 : action == Action.UP ? -1 : 0;
        int right = action == Action.RIGHT ? 1 : action == Action.LEFT ? -1 : 0;
        if (state.view() == View.MATRIX) return state.setup().menu().matrix().moved(state.selected(), down, right);
        int[] lines = state.shown().lines();
        if (lines.length == 0) return state.selected();
        return lines[Math.clamp(lineOf(lines, state.selected()) + down, 0, lines.length - 1)];
    }

    /** The selected one, or the one above it where it has no line. */
    static int inTable(State state) {
        int[] lines = state.shown().lines();
        return lines.length == 0 ? 0 : lines[lineOf(lines, state.selected())];
    }

    /** The line of a workload, or of the one above it where it has none. */
    private static int lineOf(int[] lines, int selected) {
        int line = 0;
        while (line + 1 < lines.length && lines[line + 1] <= selected) line++;
        return line;
    }
}
