package interleave.terminal;

import com.googlecode.lanterna.screen.Screen.RefreshType;
import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Size;
import java.io.IOException;
import java.util.Arrays;

/** Draws grids on Lanterna's screen, which finds out what has changed. One thread. */
final class Painter {
    private static final int UNKNOWN = -1;

    private final LeanTerminal terminal;
    private final LeanScreen screen;
    private final Shades shades;
    private Size size;
    private int[] shown;
    private boolean started;

    Painter(FrameOut out, Size size, Shades shades) throws IOException {
        this.terminal = new LeanTerminal(out, size);
        this.screen = new LeanScreen(terminal, shades.character(Shades.BLANK));
        this.shades = shades;
        this.size = size;
        this.shown = all(size, Shades.BLANK);
        screen.setCursorPosition(null);
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
        if (enter) enter();
        boolean complete = enter || all || resized;
        if (complete) draw(grid);
        copy(grid);
        if (complete) {
            screen.drawn();
        } else {
            shades.newFrame();
            screen.refresh(RefreshType.DELTA);
        }
    }

    /**
     * Sends all of it past Lanterna, whose own way asks every character for every attribute there is: in a JVM just
     * started that took most of the time of the first picture. What Lanterna has to know for the next one comes later.
     */
    private void draw(Grid grid) throws IOException {
        terminal.clearScreen();
        int rows = Math.min(size.rows(), grid.size().rows());
        int columns = Math.min(size.columns(), grid.size().columns());
        Shade shade = shades.character(Shades.BLANK);
        int last = Shades.BLANK;
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++) {
                Cell cell = grid.at(column, row);
                if (cell == Cell.BLANK) continue;
                int key = shades.key(cell);
                if (key == Shades.BLANK) continue;
                if (key != last) shade = shades.character(key);
                last = key;
                terminal.put(column, row, shade.glyph(), shade.style());
            }
        terminal.resetColorAndSGR();
        terminal.flush();
    }

    private void enter() throws IOException {
        if (started) {
            terminal.enterPrivateMode();
        } else {
            screen.startScreen();
        }
        started = true;
    }

    private void resize(Size now) throws IOException {
        size = now;
        shown = all(now, UNKNOWN);
        terminal.resize(now);
        terminal.getTerminalSize();
        screen.doResizeIfNecessary();
    }

    private void copy(Grid grid) {
        Size from = grid.size();
        for (int row = 0; row < size.rows(); row++) {
            for (int column = 0; column < size.columns(); column++) {
                boolean inside = column < from.columns() && row < from.rows();
                Cell cell = inside ? grid.at(column, row) : Cell.BLANK;
                put(column, row, cell == Cell.BLANK ? Shades.BLANK : shades.key(cell));
            }
        }
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
