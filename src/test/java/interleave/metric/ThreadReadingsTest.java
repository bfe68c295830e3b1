package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadReadingsTest {
    /** Names of up to 16 letters of one byte each are kept as numbers, others as they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "seven-7",
                "eight--8",
                "nine----9",
                "fifteen-letters",
                "sixteen--letters",
                "seventeen-letters",
                "kworker/u8:3-events_unbound",
                "caf\u00e9-\u00ff",
                "R\u00f6ster-\u65e5\u672c-1",
                "cut \ufffd",
                "a\0b"
            })
    void aNameComesBackAsItWas(String name) {
        assertEquals(name, new ThreadReadings.Names(name, "other-*", false).own());
        ThreadReadings.Names alone = new ThreadReadings.Names(name, new String(name), true);
        assertEquals(name, alone.own());
        assertSame(alone.pool(), alone.own(), "kept once");
    }
}
