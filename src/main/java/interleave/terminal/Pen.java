package interleave.terminal;

import interleave.screen.Size;
import java.util.Arrays;

/**
 * Writes characters to a {@link FrameOut}. It remembers where the terminal's cursor is, what its style is and what stands
 * on it, so it sends a move or a style only when a character needs it, and then the shortest that does it. Asks the
 * terminal nothing. One thread.
 */
final class Pen {
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

    Pen(FrameOut out, Size size) {
        this.out = out;
        resize(size);
    }

    Size size() {
        return size;
    }

    void resize(Size size) {
        this.size = size;
        this.glyphs = new char[size.columns() * size.rows()];
        this.styles = new Style[glyphs.length];
        forget();
    }

    /** The alternate screen without a cursor. Goes out with the frame that follows. */
    void enter() {
        out.ascii("\033[?1049h\033[?25l");
        forget();
    }

    void clear() {
        if (clear) return;
        clear = true;
        out.ascii("\033[m\033[H\033[2J");
        style = Style.DEFAULT;
        column = 0;
        row = 0;
        Arrays.fill(glyphs, ' ');
        Arrays.fill(styles, Style.DEFAULT);
    }

    /** What lies outside the terminal is left out. */
    void put(int x, int y, char glyph, Style wanted) {
        if (x >= size.columns() || y >= size.rows()) return;
        if (row != y || column != x) moveTo(x, y);
        if (style != wanted && (glyph != ' ' || !style.sameSpace(wanted))) {
            out.ascii(style.to(wanted));
            style = wanted;
        }
        print(glyph);
    }

    void flush() {
        out.flush();
    }

    private void forget() {
        clear = false;
        column = UNKNOWN;
        row = UNKNOWN;
        style = Style.DEFAULT;
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

    private void moveTo(int x, int y) {
        wantedColumn = x;
        wantedRow = y;
        if (row != y || column == UNKNOWN || !reprint()) out.ascii(shortestMove());
        row = y;
        column = x;
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
