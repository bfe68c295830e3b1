package interleave.terminal;

import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;

/** Lanterna's screen, which can be told that its picture has been sent by somebody else. */
final class LeanScreen extends TerminalScreen {
    /** @param blank what fills it */
    LeanScreen(Terminal terminal, Shade blank) throws IOException {
        super(terminal, blank);
    }

    /** The picture at hand is what the terminal shows. */
    synchronized void drawn() {
        getBackBuffer().copyTo(getFrontBuffer());
    }
}
