package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void blanksThatWouldNotBeSeenStandInQuotes() {
        assertEquals("''", Typed.shown(""));
        assertEquals("' '", Typed.shown(" "));
        assertEquals("'10 '", Typed.shown("10 "));
        assertEquals("a b", Typed.shown("a b"));
    }
}
