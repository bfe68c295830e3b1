package interleave.screen;

/** Columns and rows of a terminal. */
public record Size(int columns, int rows) {
    /** As generated; but the JVM would build that one at the first call, in 18 ms before the first frame. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Size size && columns == size.columns && rows == size.rows;
    }

    @Override
    public int hashCode() {
        return 31 * columns + rows;
    }
}
