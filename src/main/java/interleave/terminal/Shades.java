package interleave.terminal;

import com.googlecode.lanterna.SGR;
import interleave.screen.Cell;
import interleave.screen.Glyphs;
import interleave.screen.Ink;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Cells as Lanterna's characters. Each is made once and kept: making one costs it a break iterator and an interned
 * string. One thread.
 */
final class Shades {
    /** More than any dashboard draws with; names of threads in all the world's scripts shall not fill the memory. */
    private static final int MOST = 4096;

    /** The key of an untouched cell, whatever ink it was left in. */
    static final int BLANK = ' ';

    private static final int LOOKS = 1 << 10;

    private final Palette palette;
    private final Glyphs glyphs;
    private final Style[] styles = new Style[LOOKS];
    private final Map<Integer, Shade> made = new HashMap<>();

    Shades(Palette palette, Glyphs glyphs) {
        this.palette = palette;
        this.glyphs = glyphs;
    }

    /** The code of a cell with a glyph that these glyphs contain; equal for cells that look equal. */
    int key(int code) {
        char glyph = GlyphChoice.fit((char) code, glyphs);
        if (glyph == ' ' && (code & Cell.REVERSED) == 0 && !marksBlanks(Cell.ink(code))) return BLANK;
        return code & ~0xFFFF | glyph;
    }

    private static boolean marksBlanks(Ink ink) {
        return ink == Ink.BAD || ink == Ink.NOTICE;
    }

    /** The style of a cell of this key, whatever its glyph. Costs nothing of Lanterna's. */
    Style style(int key) {
        int look = key >>> 16;
        Style known = styles[look];
        if (known != null) return known;
        Style plain = palette.style(Cell.ink(key));
        Style fresh = new Style(
                plain.foreground(),
                plain.bold() || (key & Cell.BOLD) != 0,
                plain.reversed() != ((key & Cell.REVERSED) != 0),
                plain.underlined());
        styles[look] = fresh;
        return fresh;
    }

    Shade character(int key) {
        Shade known = made.get(key);
        if (known != null) return known;
        if (made.size() >= MOST) made.clear();
        Shade fresh = make(key);
        made.put(key, fresh);
        return fresh;
    }

    private Shade make(int key) {
        Style style = style(key);
        EnumSet<SGR> attributes = EnumSet.noneOf(SGR.class);
        if (style.bold()) attributes.add(SGR.BOLD);
        if (style.reversed()) attributes.add(SGR.REVERSE);
        if (style.underlined()) attributes.add(SGR.UNDERLINE);
        return new Shade(key, (char) key, style.foreground(), attributes);
    }
}
