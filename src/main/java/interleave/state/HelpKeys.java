package interleave.state;

import interleave.screen.Key;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import java.util.OptionalInt;

/**
 * The keys that hold while the help lies over the screen: they scroll it or close it, and no other does anything. Pure.
 */
final class HelpKeys {
    /** So far down as no help is long: whoever draws it knows where its end is. */
    private static final int END = 10_000;

    private HelpKeys() {}

    static State pressed(State state, Key key) {
        if (closes(key)) return state.with(state.look().withHelp(OptionalInt.empty()));
        int top =
                state.help().orElseThrow() + down(key, Math.max(1, state.size().rows() - 6));
        return state.with(state.look().withHelp(OptionalInt.of(Math.clamp(top, 0, END))));
    }

    private static boolean closes(Key key) {
        if (key instanceof Char(char letter)) return letter == '?' || letter == 'q' || letter == 'h';
        return key == Named.ESCAPE || key == Named.F1;
    }

    /** Letters mean in it what they mean in lists. */
    private static int down(char letter, int page) {
        return switch (letter) {
            case 'j' -> 1;
            case 'k' -> -1;
            case ' ' -> page;
            case 'g' -> -END;
            case 'G' -> END;
            default -> 0;
        };
    }

    /** By how many lines a key moves. */
    private static int down(Key key, int page) {
        if (key instanceof Char(char letter)) return down(letter, page);
        if (!(key instanceof Named named)) return 0;
        return switch (named) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> page;
            case PAGE_UP -> -page;
            case HOME -> -END;
            case END -> END;
            default -> 0;
        };
    }
}
