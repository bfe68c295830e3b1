package interleave.terminal;

import interleave.screen.Glyphs;
import java.util.Locale;
import java.util.Map;

/** Which characters the locale and the terminal allow, and what to draw in place of one that they do not. */
final class GlyphChoice {
    private static final int FIRST_BRAILLE = 0x2800;
    private static final int LAST_BRAILLE = 0x28FF;

    private GlyphChoice() {}

    /**
     * The locale is that of {@code LC_ALL}, else {@code LC_CTYPE}, else {@code LANG}, the first that is not empty. The
     * Linux console has no braille.
     */
    static Glyphs of(Map<String, String> environment) {
        String locale = first(environment, "LC_ALL", "LC_CTYPE", "LANG").toUpperCase(Locale.ROOT);
        if (!locale.contains("UTF-8") && !locale.contains("UTF8")) return Glyphs.ASCII;
        return environment.getOrDefault("TERM", "").equals("linux") ? Glyphs.BLOCK : Glyphs.BRAILLE;
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) return value;
        }
        return "";
    }

    /** A character that fills exactly one column and that these glyphs contain. */
    static char fit(char glyph, Glyphs glyphs) {
        if (glyph >= ' ' && glyph < 0x7F) return glyph;
        return switch (glyphs) {
            case BRAILLE -> printable(glyph);
            case BLOCK -> isBraille(glyph) ? ascii(glyph) : printable(glyph);
            case ASCII -> ascii(glyph);
        };
    }

    private static boolean isBraille(char glyph) {
        return glyph >= FIRST_BRAILLE && glyph <= LAST_BRAILLE;
    }

    private static char printable(char glyph) {
        if (glyph >= 0x2500 && glyph <= 0x259F || isBraille(glyph)) return glyph; // Lines and blocks: most there are.
        if (!narrow(glyph)) return '?';
        return switch (Character.getType(glyph)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            case Character.SPACE_SEPARATOR -> ' ';
            default -> glyph;
        };
    }

    /**
     * Whether terminals agree that it fills one column, by the blocks of Unicode: alphabets, punctuation, arrows,
     * mathematics, box lines, blocks, check marks, braille. CJK and emoji fill two.
     */
    private static boolean narrow(char glyph) {
        return glyph < 0x1100
                || glyph >= 0x1E00 && glyph < 0x2300
                || glyph >= 0x2500 && glyph < 0x25FD
                || glyph >= 0x2713 && glyph <= 0x2718
                || glyph >= FIRST_BRAILLE && glyph <= LAST_BRAILLE;
    }

    private static char ascii(char glyph) {
        if (isBraille(glyph)) return glyph == FIRST_BRAILLE ? ' ' : ':';
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
            case '●', '■', '◆' -> '*';
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
