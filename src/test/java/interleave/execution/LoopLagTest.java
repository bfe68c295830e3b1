package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LoopLagTest {
    private static final long PERIOD = LoopLag.PERIOD_NANOS;

    private long now;
    private final LoopLag lag = new LoopLag(() -> now);

    private void comesAfter(long nanos) {
        now += nanos;
        lag.came();
    }

    @Test
    void theLatestSinceATime() {
        comesAfter(PERIOD + 3_000);
        comesAfter(PERIOD + 9_000_000);
        comesAfter(PERIOD + 1_000);
        assertEquals(9_000_000, lag.mostNanos(Long.MIN_VALUE));
        assertEquals(1_000, lag.mostNanos(now));
        assertEquals(0, lag.mostNanos(now + 1));
        comesAfter(PERIOD + 2_000);
        assertEquals(2_000, lag.mostNanos(now - PERIOD));
    }

    @Test
    void twoReadersDoNotDisturbEachOther() {
        comesAfter(PERIOD + 9_000_000);
        assertEquals(9_000_000, lag.mostNanos(0));
        assertEquals(9_000_000, lag.mostNanos(0), "to the second one too");
    }

    /** A thousand times, each less late than the one before, are more than are kept. */
    @Test
    void whereThereIsNoRoomNoneIsForgotten() {
        for (int i = 0; i < 1000; i++) comesAfter(PERIOD + 2_000_000 - i);
        assertEquals(2_000_000, lag.mostNanos(0));
        assertEquals(2_000_000 - 999, lag.mostNanos(now));
    }

    @Test
    void aLoopThatIsStuckIsLateSoFar() {
        now = PERIOD + 700_000_000;
        assertEquals(700_000_000, lag.mostNanos(0));
        now += 300_000_000;
        assertEquals(1_000_000_000, lag.mostNanos(0));
    }
}
