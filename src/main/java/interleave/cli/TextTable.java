package interleave.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A table for people: a line for each figure, a column for each thing that has it. What is wider than the reader's
 * terminal stands in blocks one below the other, of as many columns as there is room for.
 */
final class TextTable {
    private static final String GAP = "  ";

    /** @param cells one for each column */
    private record Row(String label, List<String> cells) {}

    private final int label;
    private final int even;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param label the least width of the labels, where there is room for it
     * @param even so many columns, from the first on, are equally wide where there is room for that
     */
    TextTable(int label, int even) {
        this.label = label;
        this.even = even;
    }

    /** The first line tells what the columns are of, and stands above each block. */
    void line(String words, List<String> cells) {
        rows.add(new Row(words, List.copyOf(cells)));
    }

    /** @param room the columns of whoever reads; empty: as many as it takes */
    List<String> lines(OptionalInt room) {
        if (rows.isEmpty()) return List.of();
        int columns = rows.getFirst().cells.size();
        int head = rows.stream().mapToInt(row -> row.label.length()).max().orElse(0);
        int[] own = new int[columns];
        for (int i = 0; i < columns; i++) own[i] = width(i);
        int[] wide = own.clone();
        int widest = 0;
        for (int i = 0; i < even; i++) widest = Math.max(widest, own[i]);
        for (int i = 0; i < even; i++) wide[i] = widest;
        int most = room.orElse(Integer.MAX_VALUE);
        if (sum(wide) + Math.max(label, head) <= most) return block(0, columns, Math.max(label, head), wide, most);
        return blocks(head, own, most);
    }

    private int width(int column) {
        int width = 0;
        for (Row row : rows) width = Math.max(width, row.cells.get(column).length());
        return GAP.length() + width;
    }

    private static int sum(int[] widths) {
        int sum = 0;
        for (int each : widths) sum += each;
        return sum;
    }

    private List<String> blocks(int head, int[] widths, int room) {
        List<String> lines = new ArrayList<>();
        int next;
        for (int from = 0; from < widths.length; from = next) {
            int width = head + widths[from];
            next = from + 1;
            while (next < widths.length && width + widths[next] <= room) width += widths[next++];
            if (from > 0) lines.add("");
            lines.addAll(block(from, next, head, widths, room));
        }
        return lines;
    }

    private List<String> block(int from, int to, int head, int[] widths, int room) {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder(pad(row.label, -head));
            for (int i = from; i < to; i++) line.append(pad(row.cells.get(i), widths[i]));
            String whole = line.toString().stripTrailing();
            boolean empty = row.cells.subList(from, to).stream().allMatch(String::isEmpty);
            if (empty && from > 0) continue;
            if (whole.length() <= room || to - from > 1) lines.add(whole);
            else lines.addAll(broken(row.label, row.cells.get(from), room));
        }
        return lines;
    }

    /** A figure that has no room beside its label stands below it. */
    private static List<String> broken(String label, String cell, int room) {
        if (label.isEmpty()) return List.of(cell);
        if (label.length() + GAP.length() + cell.length() <= room)
            return List.of(label + pad(cell, room - label.length()));
        return List.of(label, pad(cell, Math.min(room, GAP.length() + cell.length())));
    }

    private static String pad(String text, int width) {
        return width == 0 ? text : String.format(Locale.ROOT, "%" + width + "s", text);
    }
}
