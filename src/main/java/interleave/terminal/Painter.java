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
        copy(grid);
        if (enter) enter();
        shades.newFrame();
        screen.refresh(enter || all || resized ? RefreshType.COMPLETE : RefreshType.DELTA);
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
