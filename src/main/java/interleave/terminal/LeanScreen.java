package interleave.terminal;

import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;

/** Lanterna's screen, which can be told that its picture has been sent by somebody else. */
final class LeanScreen extends TerminalScreen {
    private LeanScreen(Terminal terminal, Shade blank) throws IOException {
        super(terminal, blank);
    }

    static LeanScreen started(LeanTerminal terminal, Shades shades) throws IOException {
        LeanScreen screen = new LeanScreen(terminal, shades.character(Shades.BLANK));
        screen.setCursorPosition(null);
        screen.startScreen();
        return screen;
    }

    /** The terminal has a new size. Who asks it for that tells the screen. */
    void sized() throws IOException {
        getTerminal().getTerminalSize();
        doResizeIfNecessary();
    }

    /** The picture at hand is what the terminal shows. */
    synchronized void drawn() {
        getBackBuffer().copyTo(getFrontBuffer());
    }
}
