package interleave.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import interleave.screen.Cell;
import interleave.screen.Glyphs;
import interleave.screen.Ink;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Cells as Lanterna's characters. Each is made once and kept: making one costs it two break iterators and an interned
 * string. One thread.
 */
final class Shades {
    private static final Ink[] INKS = Ink.values();

    /** More than any dashboard draws with; names of threads in all the world's scripts shall not fill the memory. */
    private static final int MOST = 4096;

    /** The key of an untouched cell, whatever ink it was left in. */
    static final int BLANK = ' ';

    private final Palette palette;
    private final Glyphs glyphs;
    private final Map<Integer, TextCharacter> made = new HashMap<>();

    Shades(Palette palette, Glyphs glyphs) {
        this.palette = palette;
        this.glyphs = glyphs;
    }

    /** A number that is equal for cells that look equal. */
    int key(Cell cell) {
        char glyph = GlyphChoice.fit(cell.glyph(), glyphs);
        if (glyph == ' ' && !cell.reversed() && cell.ink() != Ink.BAD && cell.ink() != Ink.NOTICE) return BLANK;
        return glyph | cell.ink().ordinal() << 16 | (cell.bold() ? 1 << 24 : 0) | (cell.reversed() ? 1 << 25 : 0);
    }

    TextCharacter character(int key) {
        if (key == BLANK) return TextCharacter.DEFAULT_CHARACTER;
        TextCharacter known = made.get(key);
        if (known != null) return known;
        if (made.size() >= MOST) made.clear();
        TextCharacter fresh = make(key);
        made.put(key, fresh);
        return fresh;
    }

    private TextCharacter make(int key) {
        Palette.Paint paint = palette.paint(INKS[key >> 16 & 0xFF]);
        EnumSet<SGR> styles = EnumSet.noneOf(SGR.class);
        if (paint.bold() || (key & 1 << 24) != 0) styles.add(SGR.BOLD);
        if (paint.reversed() != ((key & 1 << 25) != 0)) styles.add(SGR.REVERSE);
        if (paint.underlined()) styles.add(SGR.UNDERLINE);
        TextCharacter made = character((char) key, paint.color(), styles);
        return made.isDoubleWidth() ? character('?', paint.color(), styles) : made;
    }

    private static TextCharacter character(char glyph, TextColor color, EnumSet<SGR> styles) {
        TextCharacter[] made = TextCharacter.fromString(String.valueOf(glyph), color, TextColor.ANSI.DEFAULT, styles);
        return made[0];
    }
}
