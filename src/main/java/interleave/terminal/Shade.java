package interleave.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen;
import java.util.EnumSet;

/**
 * One of Lanterna's characters that spares it what it would work out anew for each cell of each frame: the width, from
 * Unicode blocks, and a copy of the attributes. That took most of the time of the first picture. One thread.
 */
final class Shade extends TextCharacter {
    private final int key;
    private final EnumSet<SGR> attributes;
    private final Lending lending;

    /**
     * @param key equal for those that are equal
     * @param glyph one column wide
     */
    @SuppressWarnings("deprecation") // The factory methods cannot make a subclass.
    Shade(int key, char glyph, Hue color, EnumSet<SGR> attributes, Lending lending) {
        super(glyph, color, Hue.DEFAULT, attributes);
        this.key = key;
        this.attributes = EnumSet.copyOf(attributes);
        this.lending = lending;
    }

    @Override
    public boolean isDoubleWidth() {
        return false;
    }

    @Override
    public EnumSet<SGR> getModifiers() {
        return lending.first() ? EnumSet.copyOf(attributes) : attributes;
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

    /**
     * Tells the first character of a frame that is asked for its attributes from those after it: Lanterna changes the
     * first one's set as it goes along (TerminalScreen.refreshByDelta), and only looks into the others.
     */
    static final class Lending {
        private boolean first;

        void newFrame() {
            first = true;
        }

        private boolean first() {
            boolean was = first;
            first = false;
            return was;
        }
    }
}
