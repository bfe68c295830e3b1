package interleave.screen;

import java.util.Arrays;

/**
 * A picture of the whole screen: rows of cells, kept as their codes. Writes outside are ignored, so that no panel can
 * break a small one.
 */
public final class Grid {
    private static final int BLANK = Cell.BLANK.code();

    private final Size size;
    private final int columns;
    private final int rows;
    private final int[] cells;

    public Grid(Size size) {
        this.size = size;
        this.columns = size.columns();
        this.rows = size.rows();
        this.cells = new int[columns * rows];
        Arrays.fill(cells, BLANK);
    }

    public Size size() {
        return size;
    }

    public Cell at(int column, int row) {
        return Cell.of(code(column, row));
    }

    /** The cell there as a number ({@link Cell#code}). */
    public int code(int column, int row) {
        return cells[row * columns + column];
    }

    /** The end of the cells that are as this one, from it to the right, in the first columns of its row. */
    public int alike(int column, int row, int columns) {
        int from = row * this.columns;
        int code = cells[from + column];
        int end = column + 1;
        while (end < columns && cells[from + end] == code) end++;
        return end;
    }

    /**
     * Copies letters, digits and signs of ASCII that look as the first one does, from this cell to the right, in the
     * first columns of its row, with single blanks between them; gives how many, 0 if this cell has none.
     */
    public int ascii(int column, int row, int columns, byte[] into) {
        int from = row * this.columns;
        int look = cells[from + column] & ~0xFFFF;
        int count = 0;
        boolean blank = true;
        for (int at = column; at < columns; at++) {
            int code = cells[from + at];
            char glyph = (char) code;
            if ((code & ~0xFFFF) != look || glyph < ' ' || glyph >= 0x7F || blank && glyph == ' ') break;
            blank = glyph == ' ';
            into[count++] = (byte) glyph;
        }
        return blank && count > 0 ? count - 1 : count;
    }

    public void set(int column, int row, Cell cell) {
        set(column, row, cell.code());
    }

    void set(int column, int row, int code) {
        if (column < 0 || row < 0 || column >= columns || row >= rows) return;
        cells[row * columns + column] = code;
    }

    /** Sets all cells of a row from a column to another one, which is not among them. */
    void fill(int from, int end, int row, int code) {
        if (row < 0 || row >= rows) return;
        int first = Math.max(0, from);
        int last = Math.min(end, columns);
        if (first < last) Arrays.fill(cells, row * columns + first, row * columns + last, code);
    }

    /** Copies codes of the first cells of a row to {@code codes}; false if they are there already. */
    public boolean copyRow(int row, int count, int[] codes, int to) {
        int from = row * columns;
        if (Arrays.equals(cells, from, from + count, codes, to, to + count)) return false;
        System.arraycopy(cells, from, codes, to, count);
        return true;
    }

    /** Blanks a part that lies within. */
    void clear(Rect part) {
        if (part.empty()) return;
        for (int row = part.row(); row < part.row() + part.rows(); row++) {
            int from = row * columns + part.column();
            Arrays.fill(cells, from, from + part.columns(), BLANK);
        }
    }

    /** Takes over a part that lies within, from a picture of the same size. */
    void copy(Rect part, Grid other) {
        for (int row = part.row(); row < part.row() + part.rows(); row++) {
            int from = row * columns + part.column();
            System.arraycopy(other.cells, from, cells, from, part.columns());
        }
    }

    /** The characters alone, a line a row, without trailing blanks: what golden files hold. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                char glyph = (char) code(column, row);
                if (glyph != Text.TAIL) line.append(glyph);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
