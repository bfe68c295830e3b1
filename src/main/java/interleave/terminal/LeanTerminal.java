package interleave.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The ANSI terminal below Lanterna's screen, which tells its size. The screen starts and is resized when a whole
 * picture has been drawn past it, and sends differences by a {@link Pen} ({@link LeanScreen}), so whatever is sent here
 * goes nowhere. Reads nothing; asks the terminal nothing. One thread.
 */
final class LeanTerminal extends ANSITerminal {
    private final Pen pen;

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
        // It is the pen's.
    }

    @Override
    public void resetColorAndSGR() {
        // So is the style.
    }

    @Override
    public void flush() {
        pen.flush();
    }
}
