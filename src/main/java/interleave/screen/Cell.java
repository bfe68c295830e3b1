package interleave.screen;

/**
 * One character of the screen.
 *
 * @param bold drawn heavier where the terminal can
 * @param reversed foreground and background swapped: the selected line, the paused banner
 */
public record Cell(char glyph, Ink ink, boolean bold, boolean reversed) {
    public static final Cell BLANK = new Cell(' ', Ink.PLAIN, false, false);
}
