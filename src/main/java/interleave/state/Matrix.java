package interleave.state;

import interleave.spec.WorkloadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The menu as a table: a row for each task, a column for each execution model. Immutable.
 *
 * @param tasks their names, in the catalogue's order
 * @param models their names, in the catalogue's order
 * @param cells by row and column: the place in the menu, below 0 where there is none
 */
public record Matrix(List<String> tasks, List<String> models, int[][] cells) {
    /**
     * @param catalogue the cells by task and model
     * @param menu the same in the menu's order
     */
    static Matrix of(List<WorkloadInfo> catalogue, List<WorkloadInfo> menu) {
        List<String> tasks = new ArrayList<>();
        List<String> models = new ArrayList<>();
        int row = 0;
        int column = 0;
        for (WorkloadInfo info : catalogue) {
            row = added(tasks, info.workload().task(), row);
            column = added(models, info.workload().model(), column + 1);
        }
        int[][] cells = new int[tasks.size()][models.size()];
        for (int[] empty : cells) Arrays.fill(empty, -1);
        for (int i = 0; i < menu.size(); i++) {
            row = place(tasks, menu.get(i).workload().task(), row);
            column = place(models, menu.get(i).workload().model(), column + 1);
            cells[row][column] = i;
        }
        return new Matrix(List.copyOf(tasks), List.copyOf(models), cells);
    }

    private static int added(List<String> names, String name, int guess) {
        int place = place(names, name, guess);
        if (place >= 0) return place;
        names.add(name);
        return names.size() - 1;
    }

    /** Below 0 where there is none. Cells are mostly in order: the guess, or the first, is right for all but a few. */
    // start-up: comparing with all the names was some thousand comparisons.
    private static int place(List<String> names, String name, int guess) {
        if (guess < names.size() && names.get(guess).equals(name)) return guess;
        return names.indexOf(name);
    }

    /** The row of a place in the menu; 0 if it has none. */
    public int rowOf(int index) {
        for (int row = 0; row < cells.length; row++) if (columnIn(row, index) >= 0) return row;
        return 0;
    }

    /** The column of a place in the menu; 0 if it has none. */
    public int columnOf(int index) {
        return cells.length == 0 ? 0 : Math.max(0, columnIn(rowOf(index), index));
    }

    private int columnIn(int row, int index) {
        for (int column = 0; column < cells[row].length; column++) if (cells[row][column] == index) return column;
        return -1;
    }

    /** The nearest cell in a direction; the same one at the edge. */
    int moved(int index, int down, int right) {
        int row = rowOf(index) + down;
        int column = columnOf(index) + right;
        while (row >= 0 && row < tasks.size() && column >= 0 && column < models.size()) {
            if (cells[row][column] >= 0) return cells[row][column];
            row += down;
            column += right;
        }
        return index;
    }
}
