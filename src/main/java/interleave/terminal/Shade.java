package interleave.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen;
import java.util.EnumSet;

/**
 * One of Lanterna's characters that spares it what it would work out anew for each cell of each frame: the width, from
 * Unicode blocks.
 */
final class Shade extends TextCharacter {
    private final int key;

    /**
     * @param key equal for those that are equal
     * @param glyph one column wide
     */
    @SuppressWarnings("deprecation") // The factory methods cannot make a subclass.
    Shade(int key, char glyph, Hue color, EnumSet<SGR> attributes) {
        super(glyph, color, Hue.DEFAULT, attributes);
        this.key = key;
    }

    int key() {
        return key;
    }

    @Override
    public boolean isDoubleWidth() {
        return false;
    }

    /** A blank equals Lanterna's own, which it leaves out after clearing the screen. */
    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Shade shade && shade.key == key
                || other == Screen.DEFAULT_CHARACTER && key == Shades.BLANK;
    }

    @Override
    public int hashCode() {
        return key;
    }
}
