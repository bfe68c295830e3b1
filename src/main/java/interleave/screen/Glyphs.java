package interleave.screen;

/** Which characters the terminal can be trusted to draw, best first. */
public enum Glyphs {
    /** Braille patterns, blocks and box lines. */
    BRAILLE,
    /** Blocks and box lines. */
    BLOCK,
    /** What the Linux console has in its own font. */
    CONSOLE,
    ASCII
}
