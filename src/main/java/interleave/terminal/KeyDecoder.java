package interleave.terminal;

import interleave.screen.Key;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Bytes from a terminal to keys. Takes the sequences of xterm, VT and the Linux console, with or without modifiers;
 * swallows those that it does not know and anything that is not UTF-8. One thread.
 */
final class KeyDecoder {
    private enum State {
        GROUND,
        /** ESC has come: the key, or the start of a sequence. */
        ESCAPE,
        CSI,
        /** {@code ESC [ [}: F1 to F5 of the Linux console. */
        CONSOLE,
        SS3,
        /** A text for us, such as a title report, up to BEL or {@code ESC \}. */
        TEXT,
        TEXT_ESCAPE
    }

    private static final int ESC = 0x1B;
    private static final int BEL = 0x07;

    /** No sequence has larger parameters; guards the arithmetic against noise. */
    private static final int LARGEST_PARAMETER = 9999;

    private final Consumer<Key> keys;
    private State state = State.GROUND;
    private int parameter;
    private boolean firstParameter;
    private int codePoint;
    private int continuation;

    KeyDecoder(Consumer<Key> keys) {
        this.keys = keys;
    }

    /** Whether a sequence has begun and may go on: then {@link #settle} should follow if nothing else comes soon. */
    boolean pending() {
        return state != State.GROUND;
    }

    /** Nothing followed: an ESC that stands alone is the key itself, an unfinished sequence is dropped. */
    void settle() {
        if (state == State.ESCAPE) keys.accept(Key.Named.ESCAPE);
        state = State.GROUND;
    }

    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) accept(bytes[i] & 0xFF);
    }

    private void accept(int octet) {
        switch (state) {
            case GROUND -> ground(octet);
            case ESCAPE -> escape(octet);
            case CSI -> csi(octet);
            case CONSOLE ->
                finish(octet >= 'A' && octet <= 'E' ? Optional.of(function(octet - 'A')) : Optional.empty());
            case SS3 -> finish(ss3(octet));
            case TEXT -> {
                if (octet == BEL) state = State.GROUND;
                if (octet == ESC) state = State.TEXT_ESCAPE;
            }
            case TEXT_ESCAPE -> state = octet == '\\' ? State.GROUND : State.TEXT;
        }
    }

    private void ground(int octet) {
        if (octet >= 0x80) {
            utf8(octet);
            return;
        }
        continuation = 0;
        switch (octet) {
            case ESC -> state = State.ESCAPE;
            case '\r', '\n' -> keys.accept(Key.Named.ENTER);
            case '\t' -> keys.accept(Key.Named.TAB);
            case '\b', 0x7F -> keys.accept(Key.Named.BACKSPACE);
            default -> {
                if (octet >= ' ') {
                    keys.accept(new Key.Char((char) octet));
                } else if (octet >= 1 && octet <= 26) {
                    keys.accept(new Key.Ctrl((char) ('a' + octet - 1)));
                }
            }
        }
    }

    private void escape(int octet) {
        parameter = 0;
        firstParameter = true;
        switch (octet) {
            case '[' -> state = State.CSI;
            case 'O' -> state = State.SS3;
            case ']', 'P', 'X', '^', '_' -> state = State.TEXT;
            case ESC -> keys.accept(Key.Named.ESCAPE);
            default -> {
                keys.accept(Key.Named.ESCAPE);
                state = State.GROUND;
                ground(octet);
            }
        }
    }

    private void csi(int octet) {
        if (octet == '[' && firstParameter && parameter == 0) {
            state = State.CONSOLE;
        } else if (octet >= '0' && octet <= '9') {
            if (firstParameter) parameter = Math.min(LARGEST_PARAMETER, parameter * 10 + octet - '0');
        } else if (octet == ';') {
            firstParameter = false;
        } else if (octet == ESC) {
            state = State.ESCAPE;
        } else if (octet >= 0x40 && octet <= 0x7E) {
            finish(octet == '~' ? numbered(parameter) : lettered(octet));
        } else if (octet < ' ' || octet > 0x7E) {
            state = State.GROUND;
            ground(octet);
        }
    }

    private void finish(Optional<Key.Named> key) {
        state = State.GROUND;
        key.ifPresent(keys);
    }

    private static Optional<Key.Named> ss3(int octet) {
        return octet == 'M' ? Optional.of(Key.Named.ENTER) : lettered(octet);
    }

    private static Optional<Key.Named> lettered(int octet) {
        return switch (octet) {
            case 'A' -> Optional.of(Key.Named.UP);
            case 'B' -> Optional.of(Key.Named.DOWN);
            case 'C' -> Optional.of(Key.Named.RIGHT);
            case 'D' -> Optional.of(Key.Named.LEFT);
            case 'H' -> Optional.of(Key.Named.HOME);
            case 'F' -> Optional.of(Key.Named.END);
            case 'Z' -> Optional.of(Key.Named.BACK_TAB);
            case 'P', 'Q', 'R', 'S' -> Optional.of(function(octet - 'P'));
            default -> Optional.empty();
        };
    }

    private static Optional<Key.Named> numbered(int number) {
        return switch (number) {
            case 1, 7 -> Optional.of(Key.Named.HOME);
            case 2 -> Optional.of(Key.Named.INSERT);
            case 3 -> Optional.of(Key.Named.DELETE);
            case 4, 8 -> Optional.of(Key.Named.END);
            case 5 -> Optional.of(Key.Named.PAGE_UP);
            case 6 -> Optional.of(Key.Named.PAGE_DOWN);
            case 11, 12, 13, 14, 15 -> Optional.of(function(number - 11));
            case 17, 18, 19, 20, 21 -> Optional.of(function(number - 12));
            default -> Optional.empty();
        };
    }

    /** F1 is number 0. */
    private static Key.Named function(int number) {
        return switch (number) {
            case 0 -> Key.Named.F1;
            case 1 -> Key.Named.F2;
            case 2 -> Key.Named.F3;
            case 3 -> Key.Named.F4;
            case 4 -> Key.Named.F5;
            case 5 -> Key.Named.F6;
            case 6 -> Key.Named.F7;
            case 7 -> Key.Named.F8;
            case 8 -> Key.Named.F9;
            default -> Key.Named.F10;
        };
    }

    /** Characters outside the basic plane are no keys of ours. */
    private void utf8(int octet) {
        if (octet >= 0xC2 && octet <= 0xF4) {
            continuation = octet >= 0xF0 ? 3 : octet >= 0xE0 ? 2 : 1;
            codePoint = octet & (0x3F >> continuation);
        } else if (octet < 0xC0 && continuation > 0) {
            codePoint = codePoint << 6 | octet & 0x3F;
            continuation--;
            if (continuation == 0 && Character.isBmpCodePoint(codePoint) && printable((char) codePoint)) {
                keys.accept(new Key.Char((char) codePoint));
            }
        } else {
            continuation = 0;
        }
    }

    private static boolean printable(char character) {
        return !Character.isISOControl(character) && !Character.isSurrogate(character);
    }
}
