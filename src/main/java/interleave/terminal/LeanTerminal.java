package interleave.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The ANSI terminal that Lanterna's screen draws on, with a {@link Pen}. The screen starts and is resized when a whole
 * picture has been drawn past it, so what it sends then goes nowhere. Reads nothing; asks the terminal nothing. One
 * thread.
 */
final class LeanTerminal extends ANSITerminal {
    private final Pen pen;
    private int column;
    private int row;
    private Style style = Style.DEFAULT;

    LeanTerminal(FrameOut out, Pen pen) {
        super(InputStream.nullInputStream(), out, StandardCharsets.UTF_8);
        this.pen = pen;
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return new TerminalSize(pen.size().columns(), pen.size().rows());
    }

    @Override
    protected KeyDecodingProfile getDefaultKeyDecodingProfile() {
        return List::of;
    }

    @Override
    public void enterPrivateMode() {
        // There already.
    }

    @Override
    public void clearScreen() {
        // The picture there is to stay.
    }

    @Override
    public void setCursorVisible(boolean visible) {
        // It is hidden from Pen.enter on: nothing on this screen has a cursor.
    }

    @Override
    public void setCursorPosition(int x, int y) {
        column = x;
        row = y;
    }

    @Override
    public void setForegroundColor(TextColor color) {
        style = style.foreground((Hue) color);
    }

    @Override
    public void setBackgroundColor(TextColor color) {
        // Never set.
    }

    @Override
    public void enableSGR(SGR attribute) {
        style = style.with(attribute, true);
    }

    @Override
    public void disableSGR(SGR attribute) {
        style = style.with(attribute, false);
    }

    @Override
    public void resetColorAndSGR() {
        style = Style.DEFAULT;
    }

    @Override
    public void putString(String text) {
        for (int i = 0; i < text.length(); i++) putCharacter(text.charAt(i));
    }

    @Override
    public void putCharacter(char glyph) {
        pen.put(column, row, glyph, style);
        column++;
    }

    @Override
    public void flush() {
        pen.flush();
    }
}
