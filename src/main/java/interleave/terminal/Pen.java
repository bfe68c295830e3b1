package interleave.terminal;

import interleave.screen.Size;
import interleave.screen.Text;
import java.util.Arrays;

/**
 * Writes characters to a {@link FrameOut}. It remembers where the terminal's cursor is, what its style is and what
 * stands on it, so it sends a move or a style only when a character needs it, and then the shortest that does it. Asks
 * the terminal nothing but with {@link #enter}. One thread.
 */
final class Pen {
    /** Reprinting so many characters is never longer than a move over them. */
    private static final int LONGEST_REPRINT = 4;

    /**
     * The sequence that turns off what others may have left on: inserting, origin mode and margins, which would break
     * the picture, line-drawing letters, the keypad's own codes, and reports of the mouse and of the focus, which are
     * no keys. One mode at a time, because not every terminal reads a list of them. Then pastes in brackets, by which
     * they can be told from keys.
     */
    private static final String SETTLE = "\033[4l\033[?6l\033[r\033(B\017\033>"
            + "\033[?9l\033[?1000l\033[?1001l\033[?1002l\033[?1003l\033[?1004l"
            + "\033[?1005l\033[?1006l\033[?1015l\033[?1016l\033[?2004h";

    /**
     * Ends synchronized output, pastes in brackets and styles, and goes back to where the cursor was before the
     * alternate screen. Where there is none, the picture stays, and what comes next stands on a new row below it: only
     * that terminal keeps the row and the line feed.
     */
    static final String LEAVE = "\033[?2026l\033[?2004l\033[m\033[9999H\n\033[?1049l\033[?25h";

    private static final int UNKNOWN = -1;
    private static final String LINE_FEED = "\r\n";

    private final FrameOut out;
    private Size size;
    private int columns;
    private int rows;
    private char[] glyphs;
    private Style[] styles;
    private int column = UNKNOWN;
    private int row = UNKNOWN;
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
        this.columns = size.columns();
        this.rows = size.rows();
        this.glyphs = new char[columns * rows];
        this.styles = new Style[glyphs.length];
        forget();
    }

    /**
     * The alternate screen without a cursor, in modes that are known, and the question about pastes. Goes out with the
     * frame that follows, which is a whole one: a terminal that does not know the question may print its last letter.
     */
    void enter() {
        out.ascii("\033[?1049h\033[?25l");
        out.ascii(SETTLE);
        out.ascii(PasteBrackets.QUESTION);
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

    /** Draws a glyph; outside the terminal, nothing. */
    void put(int x, int y, char glyph, Style wanted) {
        if (x >= columns || y >= rows || glyph == Text.TAIL) return;
        begin(x, y, glyph, wanted);
        boolean wide = Text.wide(glyph);
        if (wide) blanks(x);
        print(glyph);
        if (wide) glyphs[row * columns + x + 1] = Text.TAIL;
        if (doubtful(glyph)) column = UNKNOWN;
    }

    /** Draws a glyph in so many cells of a row, which lie within the terminal. */
    void put(int x, int y, char glyph, Style wanted, int times) {
        if (times == 1 || doubtful(glyph)) {
            for (int i = 0; i < times; i++) put(x + i, y, glyph, wanted);
            return;
        }
        begin(x, y, glyph, wanted);
        int at = row * columns + column;
        clear = false;
        Arrays.fill(glyphs, at, at + times, glyph);
        Arrays.fill(styles, at, at + times, style);
        out.utf8(glyph, times);
        passed(times);
    }

    /** Draws characters of ASCII, of which the first is no blank, in a row within the terminal. */
    void ascii(int x, int y, byte[] text, int count, Style wanted) {
        begin(x, y, (char) text[0], wanted);
        int at = row * columns + column;
        clear = false;
        for (int i = 0; i < count; i++) glyphs[at + i] = (char) text[i];
        Arrays.fill(styles, at, at + count, style);
        out.write(text, 0, count);
        passed(count);
    }

    /** Goes there, in that style. */
    private void begin(int x, int y, char glyph, Style wanted) {
        if (row != y || column != x) moveTo(x, y);
        if (style != wanted && (glyph != ' ' || !style.sameSpace(wanted))) {
            style.lead(wanted, out);
            style = wanted;
        }
    }

    /** Where a terminal draws a wide character in one column, the other one is to be blank. Leads back to {@code x}. */
    private void blanks(int x) {
        print(' ');
        if (column == UNKNOWN) return;
        print(' ');
        column = UNKNOWN;
        moveTo(x, row);
    }

    /**
     * True if terminals may differ in how far the cursor goes on: then whatever stands behind it is placed anew. Lines,
     * blocks and signs of ours are beyond doubt, or the whole picture would be.
     */
    private static boolean doubtful(char glyph) {
        if (glyph < 0x80 || glyph >= 0x2190 && glyph < 0x2900) return false;
        return glyph != '\u00B7' && glyph != '\u00B5' && glyph != '\u2026' && glyph != '\u2013' && glyph != '\u00BB';
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
        int at = row * columns + column;
        clear = false;
        glyphs[at] = glyph;
        styles[at] = style;
        out.utf8(glyph);
        passed(1);
    }

    /** At the margin terminals differ in where the cursor is. */
    private void passed(int cells) {
        column += cells;
        if (column == columns) column = UNKNOWN;
    }

    /** A line feed and a return lead to the next row. Lengths are counted first: no text is made to be thrown away. */
    private void moveTo(int x, int y) {
        int absolute = absoluteLength(x, y);
        if (row == y && column != UNKNOWN) {
            int along = alongLength(column, x);
            if (!reprint(x, Math.min(absolute, along))) {
                if (absolute <= along) absolute(x, y);
                else along(column, x);
            }
        } else if (row + 1 == y && column != UNKNOWN && LINE_FEED.length() + alongLength(0, x) < absolute) {
            out.ascii(LINE_FEED);
            along(0, x);
        } else {
            absolute(x, y);
        }
        row = y;
        column = x;
    }

    /**
     * Moves right over a few characters by printing them again, where that is shorter and they are of the style at
     * hand.
     */
    private boolean reprint(int x, int shortestMove) {
        int gap = x - column;
        if (gap < 1 || gap > LONGEST_REPRINT || gap >= shortestMove) return false;
        int at = row * columns + column;
        for (int i = at; i < at + gap; i++) {
            if (glyphs[i] < ' ' || glyphs[i] > '~' || !looksSame(i)) return false;
        }
        for (int i = at; i < at + gap; i++) out.utf8(glyphs[i]);
        return true;
    }

    private boolean looksSame(int at) {
        return glyphs[at] == ' ' ? styles[at].sameSpace(style) : styles[at].equals(style);
    }

    /** CUP. */
    private void absolute(int x, int y) {
        out.ascii("\033[");
        if (x > 0 || y > 0) out.decimal(y + 1);
        if (x > 0) {
            out.write(';');
            out.decimal(x + 1);
        }
        out.write('H');
    }

    private static int absoluteLength(int x, int y) {
        if (x == 0) return y == 0 ? 3 : 3 + FrameOut.digits(y + 1);
        return 4 + FrameOut.digits(y + 1) + FrameOut.digits(x + 1);
    }

    /** A return, CUF or CUB, or CHA. */
    private void along(int from, int x) {
        if (from == x) return;
        if (x == 0) {
            out.write('\r');
            return;
        }
        int distance = Math.abs(x - from);
        boolean relative = stepsLength(distance) <= 3 + FrameOut.digits(x + 1);
        out.ascii("\033[");
        if (!relative) out.decimal(x + 1);
        else if (distance > 1) out.decimal(distance);
        out.write(!relative ? 'G' : x > from ? 'C' : 'D');
    }

    private static int alongLength(int from, int x) {
        if (from == x) return 0;
        if (x == 0) return 1;
        return Math.min(stepsLength(Math.abs(x - from)), 3 + FrameOut.digits(x + 1));
    }

    private static int stepsLength(int distance) {
        return distance == 1 ? 3 : 3 + FrameOut.digits(distance);
    }
}
