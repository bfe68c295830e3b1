package interleave.state;

import interleave.metric.ProcessTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Processes as rows: narrowed by a filter, in an order. Pure. */
public final class PickerRows {
    private PickerRows() {}

    public static List<ProcessTable.Row> of(ProcessTable table, PickerLook look) {
        List<ProcessTable.Row> rows = new ArrayList<>();
        for (ProcessTable.Row row : table.all()) if (admits(look.filter(), row)) rows.add(row);
        rows.sort(order(look.order()));
        return rows;
    }

    /** By its name, its command line, or its number. */
    private static boolean admits(Filter filter, ProcessTable.Row row) {
        return filter.admits(row.name())
                || filter.admits(row.command())
                || filter.admits(String.valueOf(row.id().pid()));
    }

    /** The most first; of as much the names, then the numbers, so that rows stand still. */
    private static Comparator<ProcessTable.Row> order(PickerLook.Order order) {
        Comparator<ProcessTable.Row> byName = Comparator.comparing(ProcessTable.Row::name)
                .thenComparingInt(row -> row.id().pid());
        return switch (order) {
            case CPU ->
                Comparator.comparingDouble(
                                (ProcessTable.Row row) -> -row.cpuPercent().orElse(0))
                        .thenComparing(byName);
            case SWITCHES ->
                Comparator.comparingDouble((ProcessTable.Row row) ->
                                -row.switchesPerSecond().orElse(0))
                        .thenComparing(byName);
            case THREADS ->
                Comparator.comparingInt((ProcessTable.Row row) -> -row.threads())
                        .thenComparing(byName);
            case NAME -> byName;
        };
    }

    /** The place of the selected row; of one that has gone, where it stood. */
    public static int selected(List<ProcessTable.Row> rows, PickerLook look) {
        if (look.selected().isPresent())
            for (int i = 0; i < rows.size(); i++)
                if (rows.get(i).id().equals(look.selected().get())) return i;
        return Math.clamp(look.place(), 0, Math.max(0, rows.size() - 1));
    }
}
