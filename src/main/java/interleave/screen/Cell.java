package interleave.screen;

/**
 * One character of the screen.
 *
 * @param bold drawn heavier where the terminal can
 * @param reversed foreground and background swapped: the selected line, the paused banner
 */
public record Cell(char glyph, Ink ink, boolean bold, boolean reversed) {
    public static final Cell BLANK = new Cell(' ', Ink.PLAIN, false, false);

    /** By hand, because every cell of every picture is compared, and a record's own is slower. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell
                && cell.glyph == glyph
                && cell.ink == ink
                && cell.bold == bold
                && cell.reversed == reversed;
    }

    @Override
    public int hashCode() {
        return (glyph * 31 + ink.ordinal()) * 4 + (bold ? 2 : 0) + (reversed ? 1 : 0);
    }
}
