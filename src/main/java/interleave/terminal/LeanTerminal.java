package interleave.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import interleave.screen.Size;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The ANSI terminal that Lanterna's screen draws on. It remembers where the terminal's cursor is, what its style is and
 * what stands on it, so it sends a move or a style only when a character needs it, and then the shortest that does it.
 * Writes to a {@link FrameOut} alone; reads nothing; asks the terminal nothing. One thread.
 */
final class LeanTerminal extends ANSITerminal {
    /** Reprinting so many characters is never longer than a move over them. */
    private static final int LONGEST_REPRINT = 4;

    private static final int UNKNOWN = -1;

    private final FrameOut out;
    private Size size;
    private char[] glyphs;
    private Style[] styles;
    private int column = UNKNOWN;
    private int row = UNKNOWN;
    private int wantedColumn;
    private int wantedRow;
    private boolean clear;
    private Style style = Style.DEFAULT;
    private Style wantedStyle = Style.DEFAULT;

    LeanTerminal(FrameOut out, Size size) {
        super(InputStream.nullInputStream(), out, StandardCharsets.UTF_8);
        this.out = out;
        resize(size);
    }

    /** To be followed by {@link #getTerminalSize}, which tells the screen. */
    void resize(Size size) {
        this.size = size;
        this.glyphs = new char[size.columns() * size.rows()];
        this.styles = new Style[glyphs.length];
        forget();
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return new TerminalSize(size.columns(), size.rows());
    }

    @Override
    protected KeyDecodingProfile getDefaultKeyDecodingProfile() {
        return List::of;
    }

    /** The alternate screen without a cursor. Goes out with the frame that follows. */
    @Override
    public void enterPrivateMode() {
        out.ascii("\033[?1049h\033[?25l");
        forget();
    }

    @Override
    public void setCursorVisible(boolean visible) {
        // It is hidden from enterPrivateMode on: nothing on this screen has a cursor.
    }

    @Override
    public void clearScreen() {
        if (clear) return;
        clear = true;
        out.ascii("\033[m\033[H\033[2J");
        style = Style.DEFAULT;
        column = 0;
        row = 0;
        Arrays.fill(glyphs, ' ');
        Arrays.fill(styles, Style.DEFAULT);
    }

    @Override
    public void setCursorPosition(int x, int y) {
        wantedColumn = x;
        wantedRow = y;
    }

    @Override
    public void setForegroundColor(TextColor color) {
        wantedStyle = wantedStyle.foreground(color);
    }

    @Override
    public void setBackgroundColor(TextColor color) {
        wantedStyle = wantedStyle.background(color);
    }

    @Override
    public void enableSGR(SGR attribute) {
        wantedStyle = wantedStyle.with(attribute, true);
    }

    @Override
    public void disableSGR(SGR attribute) {
        wantedStyle = wantedStyle.with(attribute, false);
    }

    @Override
    public void resetColorAndSGR() {
        wantedStyle = Style.DEFAULT;
    }

    /** A character in a style of its own, whatever was set before. */
    void put(int x, int y, char glyph, Style of) {
        wantedColumn = x;
        wantedRow = y;
        wantedStyle = of;
        putCharacter(glyph);
    }

    @Override
    public void putString(String text) {
        for (int i = 0; i < text.length(); i++) putCharacter(text.charAt(i));
    }

    @Override
    public void putCharacter(char glyph) {
        if (wantedColumn >= size.columns() || wantedRow >= size.rows()) return;
        move();
        if (style != wantedStyle && (glyph != ' ' || !style.sameSpace(wantedStyle))) {
            out.ascii(style.to(wantedStyle));
            style = wantedStyle;
        }
        print(glyph);
        wantedColumn = wantedColumn + 1;
    }

    @Override
    public void flush() {
        out.flush();
    }

    private void forget() {
        clear = false;
        column = UNKNOWN;
        row = UNKNOWN;
        style = Style.DEFAULT;
        wantedStyle = Style.DEFAULT;
    }

    private void print(char glyph) {
        int at = row * size.columns() + column;
        clear = false;
        glyphs[at] = glyph;
        styles[at] = style;
        out.utf8(glyph);
        column++;
        // At the margin terminals differ in where the cursor is.
        if (column == size.columns()) column = UNKNOWN;
    }

    private void move() {
        if (row == wantedRow && column == wantedColumn) return;
        if (row != wantedRow || column == UNKNOWN || !reprint()) out.ascii(shortestMove());
        row = wantedRow;
        column = wantedColumn;
    }

    /** Moves right over a few characters by printing them again, where they are of the style at hand. */
    private boolean reprint() {
        int gap = wantedColumn - column;
        if (gap < 1 || gap > LONGEST_REPRINT) return false;
        if (gap >= shortestMove().length()) return false;
        int at = row * size.columns() + column;
        for (int i = at; i < at + gap; i++) {
            if (glyphs[i] < ' ' || glyphs[i] > '~' || !looksSame(i)) return false;
        }
        for (int i = at; i < at + gap; i++) out.utf8(glyphs[i]);
        return true;
    }

    private boolean looksSame(int at) {
        return glyphs[at] == ' ' ? styles[at].sameSpace(style) : styles[at].equals(style);
    }

    private String shortestMove() {
        String absolute = absolute();
        if (column == UNKNOWN) return absolute;
        if (row == wantedRow) return shorter(absolute, along(column));
        if (row + 1 == wantedRow) return shorter(absolute, "\r\n" + along(0));
        return absolute;
    }

    private String absolute() {
        if (wantedColumn == 0) return wantedRow == 0 ? "\033[H" : "\033[" + (wantedRow + 1) + 'H';
        return "\033[" + (wantedRow + 1) + ';' + (wantedColumn + 1) + 'H';
    }

    private String along(int from) {
        if (from == wantedColumn) return "";
        if (wantedColumn == 0) return "\r";
        int distance = wantedColumn - from;
        String relative = distance > 0 ? steps(distance, 'C') : steps(-distance, 'D');
        return shorter(relative, "\033[" + (wantedColumn + 1) + 'G');
    }

    private static String steps(int count, char direction) {
        return count == 1 ? "\033[" + direction : "\033[" + count + direction;
    }

    private static String shorter(String one, String other) {
        return one.length() <= other.length() ? one : other;
    }
}
