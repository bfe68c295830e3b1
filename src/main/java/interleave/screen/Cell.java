package interleave.screen;

/**
 * One character of the screen.
 *
 * @param bold drawn heavier where the terminal can
 * @param reversed foreground and background swapped: the selected line, the paused banner
 */
public record Cell(char glyph, Ink ink, boolean bold, boolean reversed) {
    public static final Cell BLANK = new Cell(' ', Ink.PLAIN, false, false);

    /** In a code the bits of a cell that is bold, and of one that is reversed. */
    public static final int BOLD = 1 << 24;

    public static final int REVERSED = 1 << 25;

    private static final Ink[] INKS = Ink.values();

    /** A cell as one number, its glyph in the lower half: a picture is made of thousands. */
    public static int code(char glyph, Ink ink, boolean bold, boolean reversed) {
        return glyph | ink.ordinal() << 16 | (bold ? BOLD : 0) | (reversed ? REVERSED : 0);
    }

    public static Cell of(int code) {
        return new Cell((char) code, ink(code), (code & BOLD) != 0, (code & REVERSED) != 0);
    }

    public static Ink ink(int code) {
        return INKS[code >>> 16 & 0xFF];
    }

    public int code() {
        return code(glyph, ink, bold, reversed);
    }
}
