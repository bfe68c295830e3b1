package interleave.terminal;

import com.googlecode.lanterna.screen.Screen.RefreshType;
import interleave.screen.Grid;
import interleave.screen.Size;
import interleave.screen.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Draws grids on Lanterna's screen, which finds out what has changed. Where that is much, as when a key brings up
 * another view, it is sent past Lanterna, which looks at each cell in two buffers first: code that is not compiled yet
 * takes long for that. One thread.
 */
final class Painter {
    private static final int UNKNOWN = -1;

    /** Characters before it take one cell ({@link Text#wide}). */
    private static final char FIRST_WIDE = 0x2E80;

    /** The most cells that go by Lanterna: more than a tick of the monitor at rest changes. */
    private static final int FEW = 250;

    private final FrameOut out;
    private final Pen pen;
    private final Shades shades;
    private Size size;
    private int[] shown;
    /** Those that the last picture had, of the size at the time. */
    private int[] codes;

    /** The cells in which this picture differs from the last one, each once. */
    private int[] changed;

    private int changes;
    private Size drawn;

    /** Tells whether Lanterna can make it at once; pictures are sent past it until then. */
    private final BooleanSupplier lanterna;

    // start-up: made when Lanterna is ready, which is asked from the second picture on.
    private LeanScreen screen;

    private boolean begun;

    Painter(FrameOut out, Size size, Shades shades) {
        this(out, size, shades, new Lanterna()::ready);
    }

    Painter(FrameOut out, Size size, Shades shades, BooleanSupplier lanterna) {
        this.lanterna = lanterna;
        this.out = out;
        this.pen = new Pen(out, size);
        this.shades = shades;
        this.size = size;
        this.shown = all(size, Shades.BLANK);
        this.codes = all(size, UNKNOWN);
        this.changed = new int[codes.length];
        this.drawn = size;
    }

    /**
     * Sends what differs from the last picture, as one frame. What lies outside the terminal is left out.
     *
     * @param enter whether to go to the alternate screen first; implies {@code all}
     * @param all whether to send everything
     */
    void paint(Grid grid, Size now, boolean enter, boolean all) throws IOException {
        boolean resized = !now.equals(size);
        if (resized) resize(now);
        if (enter) pen.enter();
        boolean complete = enter || all || resized || !begun;
        if (complete) draw(grid);
        copy(grid);
        if (screen != null && !complete && changes <= FEW) {
            screen.refresh(RefreshType.DELTA);
            return;
        }
        if (!complete) sendChanges();
        if (screen == null && begun && lanterna.getAsBoolean()) openScreen();
        if (screen != null) screen.drawn();
        begun = true;
    }

    private void openScreen() throws IOException {
        screen = LeanScreen.started(new LeanTerminal(out, pen), pen, shades);
        int columns = size.columns();
        for (int at = 0; at < shown.length; at++) {
            if (shown[at] != Shades.BLANK && shown[at] != UNKNOWN)
                screen.setCharacter(at % columns, at / columns, shades.character(shown[at]));
        }
    }

    /** Past Lanterna, in the order of the cells, as it would. */
    private void sendChanges() {
        int columns = size.columns();
        for (int i = 0; i < changes; i++) {
            int at = changed[i];
            int key = shown[at];
            pen.put(at % columns, at / columns, (char) key, shades.style(key));
        }
        pen.flush();
    }

    /** Sends all of it past Lanterna. What Lanterna has to know for the next one comes later. */
    // start-up: its own way asks every character for every attribute, most of the time of the first picture.
    private void draw(Grid grid) {
        pen.clear();
        int rows = Math.min(size.rows(), grid.size().rows());
        int columns = Math.min(size.columns(), grid.size().columns());
        byte[] text = new byte[columns];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; ) column = draw(grid, column, row, columns, text);
        pen.flush();
    }

    /** Draws from a cell to the right what goes together; gives the cell behind it. */
    private int draw(Grid grid, int column, int row, int columns, byte[] text) {
        int letters = grid.ascii(column, row, columns, text);
        if (letters > 0) {
            pen.ascii(column, row, text, letters, shades.style(grid.code(column, row)));
            return column + letters;
        }
        int end = grid.alike(column, row, columns);
        if (grid.code(column, row) == Shades.BLANK) return end;
        int key = key(grid, column, row, columns);
        // One that may take two cells is looked at by itself: the next cell tells whether it has both.
        if ((char) grid.code(column, row) >= FIRST_WIDE) end = column + 1;
        if (key != Shades.BLANK) pen.put(column, row, (char) key, shades.style(key), end - column);
        return end;
    }

    private void resize(Size now) throws IOException {
        size = now;
        shown = all(now, UNKNOWN);
        codes = all(now, UNKNOWN);
        changed = new int[codes.length];
        drawn = new Size(0, 0);
        pen.resize(now);
        if (screen != null) screen.sized();
    }

    /** Rows that are as they were are not looked into. */
    private void copy(Grid grid) {
        changes = 0;
        int columns = Math.min(size.columns(), grid.size().columns());
        int rows = Math.min(size.rows(), grid.size().rows());
        if (!grid.size().equals(drawn)) blank(grid.size(), columns, rows);
        for (int row = 0; row < rows; row++) {
            if (!grid.copyRow(row, columns, codes, row * size.columns())) continue;
            for (int column = 0; column < columns; column++) put(column, row, key(grid, column, row, columns));
        }
    }

    /** All that a picture of another size does not cover. */
    private void blank(Size now, int columns, int rows) {
        drawn = now;
        Arrays.fill(codes, UNKNOWN);
        for (int row = 0; row < size.rows(); row++)
            for (int column = row < rows ? columns : 0; column < size.columns(); column++)
                put(column, row, Shades.BLANK);
    }

    /** Of a wide character that lost its tail, or a tail that lost its head, a sign and a blank are left. */
    private int key(Grid grid, int column, int row, int columns) {
        int key = shades.key(grid.code(column, row));
        char glyph = (char) key;
        if (glyph == Text.TAIL) {
            boolean headed = column > 0 && Text.wide((char) grid.code(column - 1, row));
            return headed ? key : key & ~0xFFFF | ' ';
        }
        if (!Text.wide(glyph)) return key;
        boolean whole = column + 1 < columns && (char) grid.code(column + 1, row) == Text.TAIL;
        return whole ? key : key & ~0xFFFF | '?';
    }

    private void put(int column, int row, int key) {
        int at = row * size.columns() + column;
        if (shown[at] == key) return;
        shown[at] = key;
        changed[changes++] = at;
        if (screen != null) screen.setCharacter(column, row, shades.character(key));
    }

    private static int[] all(Size size, int key) {
        int[] keys = new int[size.columns() * size.rows()];
        Arrays.fill(keys, key);
        return keys;
    }
}
