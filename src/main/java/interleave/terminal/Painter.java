package interleave.terminal;

import com.googlecode.lanterna.screen.Screen.RefreshType;
import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Size;
import interleave.screen.Text;
import java.io.IOException;
import java.util.Arrays;

/** Draws grids on Lanterna's screen, which finds out what has changed. One thread. */
final class Painter {
    private static final int UNKNOWN = -1;

    private final FrameOut out;
    private final Pen pen;
    private final Shades shades;
    private Size size;
    private int[] shown;
    // start-up: made after the first picture, which does not wait for Lanterna's classes.
    private LeanScreen screen;

    Painter(FrameOut out, Size size, Shades shades) {
        this.out = out;
        this.pen = new Pen(out, size);
        this.shades = shades;
        this.size = size;
        this.shown = all(size, Shades.BLANK);
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
        boolean complete = enter || all || resized || screen == null;
        if (complete) draw(grid);
        if (screen == null) screen = LeanScreen.started(new LeanTerminal(out, pen), shades);
        copy(grid);
        if (complete) {
            screen.drawn();
        } else {
            shades.newFrame();
            screen.refresh(RefreshType.DELTA);
        }
    }

    /** Sends all of it past Lanterna. What Lanterna has to know for the next one comes later. */
    // start-up: its own way asks every character for every attribute, most of the time of the first picture.
    private void draw(Grid grid) {
        pen.clear();
        int rows = Math.min(size.rows(), grid.size().rows());
        int columns = Math.min(size.columns(), grid.size().columns());
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++) {
                int key = key(grid, column, row, columns);
                if (key != Shades.BLANK) pen.put(column, row, (char) key, shades.style(key));
            }
        pen.flush();
    }

    private void resize(Size now) throws IOException {
        size = now;
        shown = all(now, UNKNOWN);
        pen.resize(now);
        if (screen != null) screen.sized();
    }

    private void copy(Grid grid) {
        Size from = grid.size();
        int columns = Math.min(size.columns(), from.columns());
        for (int row = 0; row < size.rows(); row++) {
            for (int column = 0; column < size.columns(); column++) {
                boolean inside = column < columns && row < from.rows();
                put(column, row, inside ? key(grid, column, row, columns) : Shades.BLANK);
            }
        }
    }

    /** Of a wide character that lost its tail, or a tail that lost its head, a sign and a blank are left. */
    private int key(Grid grid, int column, int row, int columns) {
        Cell cell = grid.at(column, row);
        if (cell == Cell.BLANK) return Shades.BLANK;
        int key = shades.key(cell);
        char glyph = (char) key;
        if (glyph == Text.TAIL) {
            boolean headed = column > 0 && Text.wide(grid.at(column - 1, row).glyph());
            return headed ? key : key & ~0xFFFF | ' ';
        }
        if (!Text.wide(glyph)) return key;
        boolean whole = column + 1 < columns && grid.at(column + 1, row).glyph() == Text.TAIL;
        return whole ? key : key & ~0xFFFF | '?';
    }

    private void put(int column, int row, int key) {
        int at = row * size.columns() + column;
        if (shown[at] == key) return;
        shown[at] = key;
        screen.setCharacter(column, row, shades.character(key));
    }

    private static int[] all(Size size, int key) {
        int[] keys = new int[size.columns() * size.rows()];
        Arrays.fill(keys, key);
        return keys;
    }
}
