package interleave.screen;

/** A part of the screen, in cells. Never negative: what does not fit is empty. */
public record Rect(int column, int row, int columns, int rows) {
    public Rect {
        columns = Math.max(0, columns);
        rows = Math.max(0, rows);
    }

    public static Rect of(Size size) {
        return new Rect(0, 0, size.columns(), size.rows());
    }

    public boolean empty() {
        return columns == 0 || rows == 0;
    }

    /** The first {@code height} rows, or all if there are fewer. */
    public Rect top(int height) {
        return new Rect(column, row, columns, Math.min(height, rows));
    }

    /** The part that {@link #top} leaves. */
    public Rect below(int height) {
        int taken = Math.min(height, rows);
        return new Rect(column, row + taken, columns, rows - taken);
    }

    /** The first {@code width} columns, or all if there are fewer. */
    public Rect left(int width) {
        return new Rect(column, row, Math.min(width, columns), rows);
    }

    /** The part that {@link #left} leaves. */
    public Rect rightOf(int width) {
        int taken = Math.min(width, columns);
        return new Rect(column + taken, row, columns - taken, rows);
    }

    /** The same one so many rows further down. */
    public Rect down(int rows) {
        return new Rect(column, row + rows, columns, this.rows);
    }

    /** The part of {@code inner}, given relative to this one's corner, that lies within this one; in absolute cells. */
    Rect part(Rect inner) {
        int left = Math.max(0, inner.column);
        int top = Math.max(0, inner.row);
        int right = Math.min(columns, inner.column + inner.columns);
        int bottom = Math.min(rows, inner.row + inner.rows);
        return new Rect(column + left, row + top, right - left, bottom - top);
    }
}
