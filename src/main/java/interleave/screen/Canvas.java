package interleave.screen;

/** A part of a {@link Grid} to draw on, with its own origin. Whatever falls outside of it is not drawn. */
public final class Canvas {
    private final Grid grid;
    private final Rect area;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final Symbols symbols;

    public Canvas(Grid grid, Glyphs glyphs) {
        this(grid, Rect.of(grid.size()), Symbols.of(glyphs));
    }

    private Canvas(Grid grid, Rect area, Symbols symbols) {
        this.grid = grid;
        this.area = area;
        this.left = area.column();
        this.top = area.row();
        this.columns = area.columns();
        this.rows = area.rows();
        this.symbols = symbols;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public Symbols symbols() {
        return symbols;
    }

    /** The part within {@code inner}, given relative to this canvas. */
    public Canvas clip(Rect inner) {
        return new Canvas(grid, area.part(inner), symbols);
    }

    public void put(int column, int row, char glyph, Ink ink) {
        put(column, row, Cell.code(glyph, ink, false, false));
    }

    private void put(int column, int row, int code) {
        if (column < 0 || row < 0 || column >= columns || row >= rows) return;
        grid.set(left + column, top + row, code);
    }

    /** A line from the second column to one that is not in it. */
    private void across(int end, int row, int code) {
        if (row >= 0 && row < rows) grid.fill(left + 1, left + Math.min(end, columns), top + row, code);
    }

    /** Writes text and gives the column behind it. */
    public int text(int column, int row, String text, Ink ink) {
        return text(column, row, text, Cell.code('\0', ink, false, false));
    }

    private int text(int column, int row, String text, int look) {
        for (int i = 0; i < text.length(); i++) put(column + i, row, look | text.charAt(i));
        return column + text.length();
    }

    /** As {@link #text}, heavier. */
    public int bold(int column, int row, String text, Ink ink) {
        return text(column, row, text, Cell.code('\0', ink, true, false));
    }

    /** Writes text into {@code width} cells from {@code column}, with an ellipsis if it is longer. */
    public void fit(int column, int row, int width, String text, Ink ink) {
        text(column, row, Text.fit(text, width, symbols.ellipsis()), ink);
    }

    /** Writes text so that it ends before {@code end}: for numbers. */
    public void right(int end, int row, String text, Ink ink) {
        text(end - text.length(), row, text, ink);
    }

    /** A tag with foreground and background swapped. */
    public int tag(int column, int row, String text, Ink ink) {
        return text(column, row, text, Cell.code('\0', ink, true, true));
    }

    /** Makes a row's characters heavier, blanks included, in whatever ink they have. */
    public void embolden(int row) {
        if (row < 0 || row >= rows) return;
        for (int column = 0; column < columns; column++)
            put(column, row, grid.code(left + column, top + row) | Cell.BOLD);
    }

    /** Takes over what stands at its place in another picture, one of the same size. */
    public void copy(Grid other) {
        grid.copy(area, other);
    }

    /** Blanks all of it: for what lies over something else. */
    public void clear() {
        grid.clear(area);
    }

    /**
     * Draws a thin frame around the edge and gives what is inside, one blank column off the sides.
     *
     * @param title on the top edge at the left
     * @param note on the top edge at the right; empty for none. Where there is no room, what stands behind its first
     *     comma is tried, and at last it is left out
     */
    public Canvas box(String title, String note, Ink titleInk) {
        int right = columns() - 1;
        int bottom = rows() - 1;
        String box = symbols.box();
        int line = Cell.code(box.charAt(0), Ink.TRACK, false, false);
        across(right, 0, line);
        across(right, bottom, line);
        for (int row = 1; row < bottom; row++) {
            put(0, row, box.charAt(1), Ink.TRACK);
            put(right, row, box.charAt(1), Ink.TRACK);
        }
        put(0, 0, box.charAt(2), Ink.TRACK);
        put(right, 0, box.charAt(3), Ink.TRACK);
        put(0, bottom, box.charAt(4), Ink.TRACK);
        put(right, bottom, box.charAt(5), Ink.TRACK);
        String shown = Text.fit(title, columns() - 6, symbols.ellipsis());
        if (!shown.isEmpty()) bold(2, 0, " " + shown + " ", titleInk);
        String fitting = note;
        while (!fitting.isEmpty() && right - 3 - fitting.length() <= shown.length() + 5)
            fitting = fitting.contains(", ") ? fitting.substring(fitting.indexOf(", ") + 2) : "";
        if (!fitting.isEmpty()) text(right - 3 - fitting.length(), 0, " " + fitting + " ", Ink.FAINT);
        return clip(new Rect(2, 1, columns() - 4, rows() - 2));
    }
}
