package interleave.screen;

import java.util.Arrays;

/** A picture of the whole screen: rows of cells. Writes outside are ignored, so that no panel can break a small one. */
public final class Grid {
    private final Size size;
    private final int columns;
    private final int rows;
    private final Cell[] cells;

    public Grid(Size size) {
        this.size = size;
        this.columns = size.columns();
        this.rows = size.rows();
        this.cells = new Cell[columns * rows];
        Arrays.fill(cells, Cell.BLANK);
    }

    public Size size() {
        return size;
    }

    public Cell at(int column, int row) {
        return cells[row * columns + column];
    }

    public void set(int column, int row, Cell cell) {
        if (column < 0 || row < 0 || column >= columns || row >= rows) return;
        cells[row * columns + column] = cell;
    }

    /** Blanks a part that lies within. */
    void clear(Rect part) {
        if (part.empty()) return;
        for (int row = part.row(); row < part.row() + part.rows(); row++) {
            int from = row * columns + part.column();
            Arrays.fill(cells, from, from + part.columns(), Cell.BLANK);
        }
    }

    /** The characters alone, a line a row, without trailing blanks: what golden files hold. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                char glyph = at(column, row).glyph();
                if (glyph != Text.TAIL) line.append(glyph);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
