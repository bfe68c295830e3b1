package interleave.terminal;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.ScreenBuffer;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;

/**
 * Lanterna's screen, with a complete refresh that takes each character's style as a whole. Lanterna's own asks every
 * character for every attribute there is, which in a JVM just started took most of the time of the first picture.
 */
final class LeanScreen extends TerminalScreen {
    private final LeanTerminal terminal;

    /** @param blank what fills it */
    LeanScreen(LeanTerminal terminal, Shade blank) throws IOException {
        super(terminal, blank);
        this.terminal = terminal;
    }

    @Override
    public synchronized void refresh(RefreshType how) throws IOException {
        if (how != RefreshType.COMPLETE) {
            super.refresh(how);
            return;
        }
        terminal.clearScreen();
        ScreenBuffer picture = getBackBuffer();
        int rows = getTerminalSize().getRows();
        int columns = getTerminalSize().getColumns();
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++) draw(column, row, picture.getCharacterAt(column, row));
        picture.copyTo(getFrontBuffer());
        terminal.resetColorAndSGR();
        terminal.flush();
    }

    private void draw(int column, int row, TextCharacter character) {
        if (character instanceof Shade shade && !shade.blank()) terminal.put(column, row, shade.glyph(), shade.style());
    }
}
