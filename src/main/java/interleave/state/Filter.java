package interleave.state;

import interleave.screen.Key;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import java.util.Locale;

/**
 * A part of a name that a list is narrowed to. Immutable.
 *
 * @param text what has been typed; empty: all is shown
 * @param typing whether keys go into it
 */
public record Filter(String text, boolean typing) {
    static final Filter NONE = new Filter("", false);

    private static final int LONGEST = 30;

    Filter begun() {
        return new Filter(text, true);
    }

    /** The filter after a key that was pressed while it is typed. Escape clears it, Enter leaves it as it is. */
    Filter pressed(Key key) {
        if (key == Named.ESCAPE) return NONE;
        if (key == Named.ENTER) return new Filter(text, false);
        if (key == Named.BACKSPACE || key == Named.DELETE)
            return new Filter(text.substring(0, Math.max(0, text.length() - 1)), true);
        if (!(key instanceof Char(char letter)) || letter < ' ' || text.length() >= LONGEST) return this;
        return new Filter(text + letter, true);
    }

    /** True if a name has it, in capitals or not. */
    public boolean admits(String name) {
        return text.isEmpty() || name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
