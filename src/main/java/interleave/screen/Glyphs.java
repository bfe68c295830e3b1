package interleave.screen;

/** Which characters the terminal can be trusted to draw, best first. */
public enum Glyphs {
    /** Braille patterns, blocks and box lines. */
    BRAILLE,
    /** Blocks and box lines. */
    BLOCK,
    /** The glyphs of the Linux console's own font. */
    CONSOLE,
    ASCII
}
