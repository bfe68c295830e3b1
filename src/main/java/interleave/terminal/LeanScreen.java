package interleave.terminal;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.util.Arrays;

/**
 * Lanterna's screen, which can be told that its picture has been sent by somebody else. It looks for differences where
 * characters were set since the last time alone: Lanterna's own way compares all of a screen to find the tenth that a
 * tick changes, which took a quarter of the thread's time at rest.
 */
final class LeanScreen extends TerminalScreen {
    private final Pen pen;
    private final Shades shades;
    /** Of each row, the first column that was set since the last time, and the one behind the last. */
    private int[] from;

    private int[] to;

    private LeanScreen(LeanTerminal terminal, Pen pen, Shades shades) throws IOException {
        super(terminal, shades.character(Shades.BLANK));
        this.pen = pen;
        this.shades = shades;
        nothingSet();
    }

    static LeanScreen started(LeanTerminal terminal, Pen pen, Shades shades) throws IOException {
        LeanScreen screen = new LeanScreen(terminal, pen, shades);
        screen.setCursorPosition(null);
        screen.startScreen();
        return screen;
    }

    /** The terminal has a new size. Who asks it for that tells the screen. */
    void sized() throws IOException {
        getTerminal().getTerminalSize();
        doResizeIfNecessary();
        nothingSet();
    }

    /** The picture at hand is what the terminal shows. */
    synchronized void drawn() {
        getBackBuffer().copyTo(getFrontBuffer());
        nothingSet();
    }

    @Override
    public synchronized void setCharacter(int column, int row, TextCharacter character) {
        super.setCharacter(column, row, character);
        from[row] = Math.min(from[row], column);
        to[row] = Math.max(to[row], column + 1);
    }

    /** Sends what differs, whatever the type. */
    @Override
    public synchronized void refresh(RefreshType type) {
        for (int row = 0; row < from.length; row++)
            for (int column = from[row]; column < to[row]; column++) send(column, row);
        nothingSet();
        pen.flush();
    }

    private void send(int column, int row) {
        TextCharacter now = getBackBuffer().getCharacterAt(column, row);
        if (now.equals(getFrontBuffer().getCharacterAt(column, row))) return;
        getFrontBuffer().setCharacterAt(column, row, now);
        int key = ((Shade) now).key();
        pen.put(column, row, (char) key, shades.style(key));
    }

    private void nothingSet() {
        int rows = pen.size().rows();
        if (from == null || from.length != rows) {
            from = new int[rows];
            to = new int[rows];
        }
        Arrays.fill(from, Integer.MAX_VALUE);
        Arrays.fill(to, 0);
    }
}
