package interleave.screen;

/** A key press, free of any terminal library. */
public sealed interface Key {
    /** A printing character as typed: {@code a}, {@code A}, {@code +}. */
    record Char(char character) implements Key {
        // start-up: as in Reading

        @Override
        public boolean equals(Object other) {
            return other instanceof Char that && character == that.character;
        }

        @Override
        public int hashCode() {
            return character;
        }
    }

    /** A letter pressed together with Control, in lower case. */
    record Ctrl(char letter) implements Key {
        @Override
        public boolean equals(Object other) {
            return other instanceof Ctrl that && letter == that.letter;
        }

        @Override
        public int hashCode() {
            return ~letter;
        }
    }

    enum Named implements Key {
        UP,
        DOWN,
        LEFT,
        RIGHT,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END,
        ENTER,
        TAB,
        BACK_TAB,
        BACKSPACE,
        DELETE,
        INSERT,
        ESCAPE,
        F1,
        F2,
        F3,
        F4,
        F5,
        F6,
        F7,
        F8,
        F9,
        F10
    }
}
