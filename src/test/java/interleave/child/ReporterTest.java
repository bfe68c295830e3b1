package interleave.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReporterTest {
    private static final long PERIOD = 250_000_000;

    @Test
    void deadlinesKeepTheirGrid() {
        assertEquals(1_000 + PERIOD, Reporter.next(1_000, 1_500));
        assertEquals(1_000 + 2 * PERIOD, Reporter.next(1_000, 1_000 + PERIOD));
        assertEquals(1_000 + 41 * PERIOD, Reporter.next(1_000, 1_000 + 40 * PERIOD + 7));
    }
}
