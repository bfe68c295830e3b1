package interleave.terminal;

import interleave.screen.Key;
import java.util.Optional;

/** Which bytes and which ends of sequences are keys. Pure. */
final class Keys {
    private static final Optional<Key> ENTER = Optional.of(Key.Named.ENTER);
    private static final Key.Named[] FUNCTIONS = {
        Key.Named.F1,
        Key.Named.F2,
        Key.Named.F3,
        Key.Named.F4,
        Key.Named.F5,
        Key.Named.F6,
        Key.Named.F7,
        Key.Named.F8,
        Key.Named.F9,
        Key.Named.F10
    };

    private Keys() {}

    /** @param octet of ASCII */
    static Optional<Key> plain(int octet) {
        return switch (octet) {
            case '\r', '\n' -> ENTER;
            case '\t' -> Optional.of(Key.Named.TAB);
            case '\b', 0x7F -> Optional.of(Key.Named.BACKSPACE);
            default -> {
                if (octet >= ' ') yield Optional.of(new Key.Char((char) octet));
                yield octet >= 1 && octet <= 26
                        ? Optional.of(new Key.Ctrl((char) ('a' + octet - 1)))
                        : Optional.empty();
            }
        };
    }

    /** True if a character is one that is typed. */
    static boolean printable(int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                && !Character.isISOControl(codePoint)
                && !Character.isSurrogate((char) codePoint);
    }

    /** {@code ESC [}, a parameter, 0 if there is none, and a final byte. */
    static Optional<Key> sequence(int last, int parameter) {
        if (last == '~') return numbered(parameter);
        return parameter > 1 ? Optional.empty() : lettered(last);
    }

    /** {@code ESC O} and a final byte. The keypad's own are none: it was told to send what is printed on it. */
    static Optional<Key> application(int last) {
        return last == 'Z' ? Optional.empty() : lettered(last);
    }

    private static Optional<Key> lettered(int last) {
        return switch (last) {
            case 'A' -> Optional.of(Key.Named.UP);
            case 'B' -> Optional.of(Key.Named.DOWN);
            case 'C' -> Optional.of(Key.Named.RIGHT);
            case 'D' -> Optional.of(Key.Named.LEFT);
            case 'H' -> Optional.of(Key.Named.HOME);
            case 'F' -> Optional.of(Key.Named.END);
            case 'Z' -> Optional.of(Key.Named.BACK_TAB);
            case 'P', 'Q', 'R', 'S' -> function(last - 'P');
            default -> Optional.empty();
        };
    }

    private static Optional<Key> numbered(int number) {
        return switch (number) {
            case 1, 7 -> Optional.of(Key.Named.HOME);
            case 2 -> Optional.of(Key.Named.INSERT);
            case 3 -> Optional.of(Key.Named.DELETE);
            case 4, 8 -> Optional.of(Key.Named.END);
            case 5 -> Optional.of(Key.Named.PAGE_UP);
            case 6 -> Optional.of(Key.Named.PAGE_DOWN);
            case 11, 12, 13, 14, 15 -> function(number - 11);
            case 17, 18, 19, 20, 21 -> function(number - 12);
            default -> Optional.empty();
        };
    }

    /** @param number F1 is 0 */
    static Optional<Key> function(int number) {
        return Optional.of(FUNCTIONS[number]);
    }
}
