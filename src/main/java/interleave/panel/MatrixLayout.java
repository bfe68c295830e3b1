package interleave.panel;

import interleave.state.Matrix;
import interleave.state.State;

/**
 * How the matrix is laid out in a room: how wide and how tall a cell is, and which of them are seen. Pure.
 *
 * @param name the width of the tasks' names
 * @param width of a cell, its margin at the left included
 * @param height of a cell in lines: 1 with three numbers, 2, or 1 with the throughput alone
 * @param pitch rows from a task to the next
 * @param heads lines above the first task
 */
record MatrixLayout(
        int name, int width, int height, int pitch, int heads, int firstRow, int rows, int firstColumn, int columns) {
    /** Throughput, switches per task and time per task on a line. */
    static final int WIDE = 22;
    /** The same on two lines. */
    static final int MIDDLE = 13;

    private static final int NARROW = 8;
    private static final int LONGEST_NAME = 16;

    static MatrixLayout of(int columns, int rows, State state) {
        Matrix matrix = state.setup().matrix();
        int tasks = matrix.tasks().size();
        int models = matrix.models().size();
        int name = name(matrix);
        int room = columns - name - 1;
        int width = Math.clamp(models == 0 ? 0 : room / models, NARROW, WIDE + 2);
        int height = height(width, rows, tasks);
        int heads = width >= WIDE || height == 2 ? 2 : 1;
        int pitch = height;
        if (height == 1 && width >= WIDE && rows - heads >= 2 * tasks - 1) pitch = 2;
        int seenRows = Math.clamp((rows - heads + pitch - height) / pitch, 0, tasks);
        int seenColumns = Math.clamp(room / width, 0, models);
        int firstRow = Scroll.first(matrix.rowOf(state.selected()), seenRows, tasks);
        int firstColumn = Scroll.first(matrix.columnOf(state.selected()), seenColumns, models);
        return new MatrixLayout(name, width, height, pitch, heads, firstRow, seenRows, firstColumn, seenColumns);
    }

    private static int height(int width, int rows, int tasks) {
        return width < WIDE && width >= MIDDLE && rows - 2 >= 2 * tasks ? 2 : 1;
    }

    /** How many rows it makes use of. */
    static int rows(int columns, int rows, State state) {
        MatrixLayout layout = of(columns, rows, state);
        return layout.heads + layout.rows * layout.pitch;
    }

    /** Whether a cell's numbers stand on one line. */
    static boolean wide(int columns, State state) {
        return of(columns, 0, state).width >= WIDE;
    }

    private static int name(Matrix matrix) {
        int longest = 4;
        for (String task : matrix.tasks()) longest = Math.max(longest, task.length());
        return Math.min(longest, LONGEST_NAME);
    }
}
