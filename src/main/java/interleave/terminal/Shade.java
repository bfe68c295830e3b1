package interleave.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;

/**
 * One of Lanterna's characters that spares it what it would work out anew for each cell of each frame: the width, from
 * Unicode blocks, and a copy of the attributes. That took most of the time of the first picture. One thread.
 */
final class Shade extends TextCharacter {
    private final int key;
    private final EnumSet<SGR> attributes;
    private EnumSet<SGR> lent;

    /**
     * @param key equal for those that are equal
     * @param glyph one column wide
     */
    @SuppressWarnings("deprecation") // The factory methods cannot make a subclass.
    Shade(int key, char glyph, TextColor color, EnumSet<SGR> attributes) {
        super(glyph, color, TextColor.ANSI.DEFAULT, attributes);
        this.key = key;
        this.attributes = EnumSet.copyOf(attributes);
        this.lent = EnumSet.copyOf(attributes);
    }

    @Override
    public boolean isDoubleWidth() {
        return false;
    }

    /** Lanterna changes the set of the first character of a frame as it goes along, and only reads the others. */
    @Override
    public EnumSet<SGR> getModifiers() {
        if (!lent.equals(attributes)) lent = EnumSet.copyOf(attributes);
        return lent;
    }

    /** A blank equals Lanterna's own, which it leaves out after clearing the screen. */
    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Shade shade && shade.key == key
                || other == DEFAULT_CHARACTER && key == Shades.BLANK;
    }

    @Override
    public int hashCode() {
        return key;
    }
}
