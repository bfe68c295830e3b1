package interleave.screen;

/**
 * The characters that drawing uses beyond letters and digits, for each trust in the terminal. All of them are one cell
 * wide.
 *
 * @param box horizontal, vertical, then the corners: top left, top right, bottom left, bottom right
 * @param bar a bar's cell filled by 1 to 8 eighths from the left
 * @param levels a cell filled from below, from empty to full
 * @param marks one for each {@link Mark}, in its order
 */
public record Symbols(
        Glyphs glyphs, String box, String bar, char track, String levels, char ellipsis, String micro, String marks) {

    /** Small signs beside words; each has a word or a place that says the same. */
    public enum Mark {
        SELECTED,
        IDLE,
        STARTING,
        RUNNING,
        SILENT,
        STOPPING,
        ENDED,
        FAILED,
        MISSING,
        SEPARATOR,
        UP,
        DOWN,
        ENTER,
        PRESENT,
        LEFT,
        RIGHT,
        /** On graphs: a run was started, changed, ended. */
        STARTED_THERE,
        CHANGED_THERE,
        ENDED_THERE,
        /** On graphs: from there on samples came more or less often. */
        PACED_THERE,
        BEST,
        /** Results that are not right, or failures that vanished. */
        UNVERIFIED,
        /** Before a number of which a part is missing. */
        AT_LEAST,
        /** Chosen, for being measured alone. */
        MARKED
    }

    private static final String EIGHTHS = "\u258F\u258E\u258D\u258C\u258B\u258A\u2589\u2588";
    private static final String LEVELS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final String MARKS =
            "\u25B8\u25CB\u25D4\u25CF\u25CC\u25D1\u25CB\u2717\u2013\u00B7\u2191\u2193\u21B5\u25A0\u2190\u2192\u25B2"
                    + "\u25C6\u25BC\u00BB*!\u2265\u2713";

    private static final Symbols BRAILLE = new Symbols(
            Glyphs.BRAILLE,
            "\u2500\u2502\u256D\u256E\u2570\u256F",
            EIGHTHS,
            '\u00B7',
            LEVELS,
            '\u2026',
            "\u00B5",
            MARKS);
    private static final Symbols BLOCK = new Symbols(
            Glyphs.BLOCK, "\u2500\u2502\u250C\u2510\u2514\u2518", EIGHTHS, '\u00B7', LEVELS, '\u2026', "\u00B5", MARKS);
    /**
     * Only what is both in the font that the kernel brings along (drivers/tty/vt/cp437.uni) and in those that Debian
     * loads (Lat15): of all blocks these have in common just the full one and two shades.
     */
    private static final Symbols CONSOLE = new Symbols(
            Glyphs.CONSOLE,
            "\u2500\u2502\u250C\u2510\u2514\u2518",
            "  \u2591\u2591\u2592\u2592\u2588\u2588",
            '\u00B7',
            " _\u2591\u2591\u2592\u2592\u2592\u2588\u2588",
            '~',
            "\u00B5",
            "\u25B6\u00B0:\u2022?/\u00B0X-\u00B7\u2191\u2193<\u25A0\u2190\u2192\u25B2\u2666\u25BC\u00BB*!>+");

    private static final Symbols ASCII =
            new Symbols(Glyphs.ASCII, "-|++++", "    ||||", '.', " .:-=+*#@", '~', "u", ">.:o?/.X--^v<#<>^*v|*!>+");

    public static Symbols of(Glyphs glyphs) {
        return switch (glyphs) {
            case BRAILLE -> BRAILLE;
            case BLOCK -> BLOCK;
            case CONSOLE -> CONSOLE;
            case ASCII -> ASCII;
        };
    }

    public char mark(Mark mark) {
        return marks.charAt(mark.ordinal());
    }

    /** A cell filled from below to {@code share} of it, 0 to 1. */
    public char level(double share) {
        int step = (int) Math.round(Math.clamp(share, 0, 1) * (levels.length() - 1));
        return levels.charAt(step);
    }
}
