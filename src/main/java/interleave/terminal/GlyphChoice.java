package interleave.terminal;

import interleave.screen.Glyphs;
import interleave.screen.Text;
import java.util.Locale;
import java.util.Map;

/** Which characters the locale and the terminal allow, and what to draw in place of one that they do not. */
final class GlyphChoice {
    private static final int FIRST_BRAILLE = 0x2800;
    private static final int LAST_BRAILLE = 0x28FF;
    /** In the font of the kernel (drivers/tty/vt/cp437.uni), and in Debian's Lat15, too. */
    private static final String CONSOLE =
            "\u00A1\u00A2\u00A3\u00A5\u00A7\u00AA\u00AB\u00AC\u00B0\u00B1\u00B2\u00B5\u00B6\u00B7\u00BA"
                    + "\u00BB\u00BC\u00BD\u00BF\u00C4\u00C5\u00C6\u00C7\u00C9\u00D1\u00D6\u00DC\u00DF\u00E0\u00E1\u00E2"
                    + "\u00E4\u00E5\u00E6\u00E7"
                    + "\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F6\u00F7\u00F9\u00FA"
                    + "\u00FB\u00FC\u00FF"
                    + "\u2022\u2190\u2191\u2192\u2193\u2248\u2261\u2264\u2265\u2500\u2502\u250C\u2510\u2514\u2518\u251C"
                    + "\u2524\u252C\u2534\u253C"
                    + "\u2588\u2591\u2592\u25A0\u25B2\u25B6\u25BC\u25C0\u2666";

    private GlyphChoice() {}

    /**
     * The locale is that of {@code LC_ALL}, else {@code LC_CTYPE}, else {@code LANG}, the first that is not empty. The
     * Linux console has what its font has.
     */
    static Glyphs of(Map<String, String> environment) {
        String locale = first(environment, "LC_ALL", "LC_CTYPE", "LANG").toUpperCase(Locale.ROOT);
        if (!locale.contains("UTF-8") && !locale.contains("UTF8")) return Glyphs.ASCII;
        return environment.getOrDefault("TERM", "").equals("linux") ? Glyphs.CONSOLE : Glyphs.BRAILLE;
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) return value;
        }
        return "";
    }

    /**
     * A character that these glyphs contain, and whose width is beyond doubt. Of one of two columns, and of its tail,
     * the caller sees to it that they stand side by side.
     */
    static char fit(char glyph, Glyphs glyphs) {
        if (glyph >= ' ' && glyph < 0x7F) return glyph;
        return switch (glyphs) {
            case BRAILLE -> printable(glyph);
            case BLOCK -> isBraille(glyph) ? ascii(glyph) : printable(glyph);
            case CONSOLE -> CONSOLE.indexOf(glyph) >= 0 ? glyph : ascii(glyph);
            case ASCII -> ascii(glyph);
        };
    }

    private static boolean isBraille(char glyph) {
        return glyph >= FIRST_BRAILLE && glyph <= LAST_BRAILLE;
    }

    private static char printable(char glyph) {
        if (glyph >= 0x2500 && glyph <= 0x259F || isBraille(glyph)) return glyph; // Lines and blocks: most there are.
        if (glyph == Text.TAIL || Text.drawable(glyph)) return glyph;
        return Character.getType(glyph) == Character.SPACE_SEPARATOR ? ' ' : '?';
    }

    private static char ascii(char glyph) {
        if (isBraille(glyph)) return glyph == FIRST_BRAILLE ? ' ' : ':';
        if (glyph == Text.TAIL) return ' ';
        if (glyph >= 0x2580 && glyph <= 0x259F) return block(glyph);
        if (glyph >= 0x2500 && glyph <= 0x257F) return line(glyph);
        return switch (glyph) {
            case '\u00a0' -> ' ';
            case 'µ', 'μ' -> 'u';
            case '·', '•', '…' -> '.';
            case '×', '✗', '✕' -> 'x';
            case '°', '○' -> 'o';
            case '±', '✓' -> '+';
            case '–', '—', '−' -> '-';
            case '≤', '←', '◀', '◂', '‹' -> '<';
            case '≥', '→', '▶', '▸', '›' -> '>';
            case '↑', '▲', '▴' -> '^';
            case '↓', '▼', '▾' -> 'v';
            case '≈' -> '~';
            case '●', '■', '◆', '♦' -> '*';
            case '‘', '’' -> '\'';
            case '“', '”' -> '"';
            default -> '?';
        };
    }

    private static char block(char glyph) {
        return switch (glyph) {
            case '▁', '▂' -> '_';
            case '▏', '▎', '▍', '▕' -> '|';
            case '░' -> '.';
            case '▒', '▃', '▄', '▖', '▗' -> ':';
            case '▀', '▔', '▘', '▝' -> '\'';
            default -> '#';
        };
    }

    private static char line(char glyph) {
        return switch (glyph) {
            case '─', '━', '═', '╌', '┄', '┈', '╴', '╶', '╸', '╺' -> '-';
            case '│', '┃', '║', '╎', '┆', '┊', '╵', '╷', '╹', '╻' -> '|';
            default -> '+';
        };
    }
}
