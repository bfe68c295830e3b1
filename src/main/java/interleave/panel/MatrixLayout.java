package interleave.panel;

import interleave.state.Matrix;
import interleave.state.Scene;
import interleave.state.State;
import java.util.List;
import java.util.Optional;

/**
 * The matrix as it is laid out in a room: where its rows and columns stand, and which of them are seen. A row in which
 * something runs has a line for each of a cell's numbers, any other row just one. Pure.
 *
 * @param margin columns that are left free at the left
 * @param name the width of the tasks' names
 * @param firstRow the first task that is seen
 * @param tops by seen task: its line, the heads' included
 * @param heights by seen task: its lines; fewer than it would have only of the last one
 * @param lefts where the seen models' cells begin, and where the last one's end
 */
record MatrixLayout(int margin, int name, int firstRow, int[] tops, int[] heights, int firstColumn, int[] lefts) {
    /** Throughput, switches per task and CPU time per task: of a row that is not selected where room is scarce. */
    static final int OPEN = 3;

    /** Those, p99 and the load; how old they are has a line of its own where something is over. */
    static final int WHOLE = 5;

    private static final int HEADS = 1;
    private static final int LEAST_WIDTH = 8;
    private static final int MOST_WIDTH = 22;
    private static final int LONGEST_NAME = 16;

    static MatrixLayout of(int columns, int rows, State state) {
        Matrix matrix = state.setup().menu().matrix();
        int models = matrix.models().size();
        int name = name(matrix);
        int room = columns - name - 1;
        int width = Math.clamp(models == 0 ? 0 : room / models, LEAST_WIDTH, MOST_WIDTH);
        int margin = Math.clamp(room - (long) width * models, 0, 1);
        int seenColumns = Math.clamp((room - margin) / width, 0, models);
        int[] all = heights(state.shown(), matrix, rows - HEADS, matrix.rowOf(state.selected()));
        int gap = total(all, 0, all.length, 1) <= rows - HEADS ? 1 : 0;
        int first = firstRow(all, matrix.rowOf(state.selected()), rows - HEADS, gap);
        int whole = seen(all, first, rows - HEADS, gap);
        int rest = rows - HEADS - total(all, first, first + whole, gap) - gap;
        int seen = rest > 0 && first + whole < all.length ? whole + 1 : whole;
        int[] tops = new int[seen];
        int[] heights = new int[seen];
        for (int i = 0; i < seen; i++) {
            tops[i] = i == 0 ? HEADS : tops[i - 1] + heights[i - 1] + gap;
            heights[i] = Math.min(all[first + i], rows - tops[i]);
        }
        int firstColumn = Scroll.first(matrix.columnOf(state.selected()), seenColumns, models);
        List<String> seenModels = matrix.models().subList(firstColumn, firstColumn + seenColumns);
        int forSign = seenColumns < models ? 1 : 0;
        int[] lefts = lefts(seenModels, margin + name + 1, width, room - margin - width * seenColumns - forSign);
        return new MatrixLayout(margin, name, first, tops, heights, firstColumn, lefts);
    }

    int rows() {
        return tops.length;
    }

    /** The number of models that are seen. */
    int columns() {
        return lefts.length - 1;
    }

    /** Where a seen model's cells begin. */
    int column(int seen) {
        return lefts[seen];
    }

    /** The width of so many models. */
    int width(int seen) {
        return lefts[seen + 1] - lefts[seen];
    }

    /** All of one width, but for those with long names, which share what room is left. */
    private static int[] lefts(List<String> models, int left, int width, int spare) {
        int[] lefts = new int[models.size() + 1];
        lefts[0] = left;
        for (int i = 0; i < models.size(); i++) {
            int wider = Math.clamp(models.get(i).length() + 2 - width, 0, Math.max(0, spare));
            lefts[i + 1] = lefts[i] + width + wider;
            spare -= wider;
        }
        return lefts;
    }

    private static int[] heights(Scene scene, Matrix matrix, int room, int selected) {
        int[] heights = new int[matrix.tasks().size()];
        for (int task = 0; task < heights.length; task++) heights[task] = height(scene, matrix.cells()[task]);
        if (total(heights, 0, heights.length, 0) <= room) return heights;
        for (int task = 0; task < heights.length; task++)
            if (task != selected) heights[task] = Math.min(OPEN, heights[task]);
        return heights;
    }

    private static int height(Scene scene, int[] cells) {
        int height = 1;
        for (int index : cells) {
            Optional<CellResult> result =
                    index < 0 ? Optional.empty() : CellResult.of(scene.slots().get(index));
            if (result.isPresent()) height = Math.max(height, result.get().live() ? WHOLE : WHOLE + 1);
        }
        return height;
    }

    /** As {@link Scroll#first}, for rows of unequal height: moves by half a page at a time. */
    private static int firstRow(int[] heights, int selected, int room, int gap) {
        int first = 0;
        for (int seen = seen(heights, 0, room, gap); selected >= first + seen; seen = seen(heights, first, room, gap))
            first += Math.max(1, seen / 2);
        while (first > 0 && total(heights, first - 1, heights.length, gap) <= room) first--;
        return Math.min(first, selected);
    }

    /** The number of whole rows that there is room for, and at least one. */
    private static int seen(int[] heights, int first, int room, int gap) {
        int last = first;
        while (last < heights.length && total(heights, first, last + 1, gap) <= room) last++;
        return Math.clamp(last - first, Math.min(1, heights.length), heights.length);
    }

    private static int total(int[] heights, int from, int to, int gap) {
        int total = -gap;
        for (int i = from; i < to; i++) total += heights[i] + gap;
        return total;
    }

    private static int name(Matrix matrix) {
        int longest = 7;
        for (String task : matrix.tasks()) longest = Math.max(longest, task.length());
        return Math.min(longest, LONGEST_NAME);
    }
}
