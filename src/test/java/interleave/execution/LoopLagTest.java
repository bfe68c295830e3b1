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
    void theLatestIsKeptUntilItIsTaken() {
        comesAfter(PERIOD + 3_000);
        comesAfter(PERIOD + 9_000_000);
        comesAfter(PERIOD + 1_000);
        assertEquals(9_000_000, lag.takeNanos());
        assertEquals(0, lag.takeNanos());
        comesAfter(PERIOD + 2_000);
        assertEquals(2_000, lag.takeNanos());
    }

    @Test
    void aLoopThatIsStuckIsLateSoFar() {
        now = PERIOD + 700_000_000;
        assertEquals(700_000_000, lag.takeNanos());
        now += 300_000_000;
        assertEquals(1_000_000_000, lag.takeNanos());
    }
}
