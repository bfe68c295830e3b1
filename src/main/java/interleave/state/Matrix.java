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
    /** @param menu the cells with a key in an order of their own, then all others by task and model */
    static Matrix of(List<WorkloadInfo> menu) {
        List<String> tasks = new ArrayList<>();
        List<String> models = new ArrayList<>(fullestRow(menu));
        for (WorkloadInfo info : menu)
            if (info.key().isEmpty()) add(tasks, info.workload().task());
        for (WorkloadInfo info : menu) {
            add(tasks, info.workload().task());
            add(models, info.workload().model());
        }
        int[][] cells = new int[tasks.size()][models.size()];
        for (int[] row : cells) Arrays.fill(row, -1);
        for (int i = 0; i < menu.size(); i++) {
            int row = tasks.indexOf(menu.get(i).workload().task());
            cells[row][models.indexOf(menu.get(i).workload().model())] = i;
        }
        return new Matrix(List.copyOf(tasks), List.copyOf(models), cells);
    }

    /** The models of the task that has most cells without a key: these alone are in the catalogue's order. */
    private static List<String> fullestRow(List<WorkloadInfo> menu) {
        List<String> fullest = List.of();
        List<String> row = new ArrayList<>();
        String task = "";
        for (WorkloadInfo info : menu) {
            if (info.key().isPresent()) continue;
            if (!info.workload().task().equals(task)) row = new ArrayList<>();
            task = info.workload().task();
            row.add(info.workload().model());
            if (row.size() > fullest.size()) fullest = row;
        }
        return fullest;
    }

    private static void add(List<String> names, String name) {
        if (!names.contains(name)) names.add(name);
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
