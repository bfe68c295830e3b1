package interleave.panel;

import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Rect;
import java.util.StringJoiner;

/**
 * A part of the screen as goldens hold it: its characters; below them its inks, one letter each; then a line for each
 * row in which something is bold or reversed, with the columns, counted from 0.
 */
final class GoldenPicture {
    /** In the order of {@link Ink}. */
    private static final String LETTERS = ".-+TKgn!usix~_lmh12345678r";

    private final Grid grid;
    private final Rect part;

    private GoldenPicture(Grid grid, Rect part) {
        this.grid = grid;
        this.part = part;
    }

    static String of(Grid grid) {
        return of(grid, Rect.of(grid.size()));
    }

    static String of(Grid grid, Rect part) {
        return new GoldenPicture(grid, part).text();
    }

    private String text() {
        StringBuilder characters = new StringBuilder();
        StringBuilder inks = new StringBuilder();
        StringBuilder weights = new StringBuilder();
        for (int row = 0; row < part.rows(); row++) {
            StringBuilder line = new StringBuilder();
            StringBuilder ink = new StringBuilder();
            for (int column = 0; column < part.columns(); column++) {
                line.append(cell(column, row).glyph());
                ink.append(letter(cell(column, row)));
            }
            characters.append(line.toString().stripTrailing()).append('\n');
            inks.append(ink.toString().stripTrailing()).append('\n');
            weights.append(weights(row));
        }
        return characters.append('\n').append(inks).append(weights).toString();
    }

    private Cell cell(int column, int row) {
        return grid.at(part.column() + column, part.row() + row);
    }

    /** A blank of any ink is a blank; a reversed one is not, since it shows. */
    private static char letter(Cell cell) {
        return cell.glyph() == ' ' && !cell.reversed()
                ? ' '
                : LETTERS.charAt(cell.ink().ordinal());
    }

    /** Such as {@code row 17: bold 2-117}; empty for a row of plain cells. */
    private String weights(int row) {
        StringJoiner found = new StringJoiner(", ", "row " + row + ": ", "\n").setEmptyValue("");
        int from = 0;
        for (int column = 1; column <= part.columns(); column++) {
            if (column < part.columns() && weight(column, row).equals(weight(from, row))) continue;
            if (!weight(from, row).isEmpty()) found.add(weight(from, row) + " " + from + "-" + (column - 1));
            from = column;
        }
        return found.toString();
    }

    private String weight(int column, int row) {
        Cell cell = cell(column, row);
        if (cell.reversed()) return cell.bold() ? "bold reversed" : "reversed";
        return cell.bold() ? "bold" : "";
    }
}
