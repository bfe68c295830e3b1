package interleave.lab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VerdictTest {
    private static Verdict of(double low, double high) {
        return Verdict.of(new Interval(low, high), 0.01, 0.05);
    }

    @Test
    void anIntervalThatExcludesOneByMoreThanTheMarginDecides() {
        assertEquals(Verdict.HIGHER, of(1.02, 1.3));
        assertEquals(Verdict.LOWER, of(0.5, 0.98));
        assertEquals(Verdict.NO_DIFFERENCE, of(1.005, 1.08));
        assertEquals(Verdict.NO_DIFFERENCE, of(0.99, 1.01));
    }

    @Test
    void aWideIntervalAroundOneDecidesNothing() {
        assertEquals(Verdict.INCONCLUSIVE, of(0.9, 1.2));
        assertEquals(Verdict.INCONCLUSIVE, of(1.005, 1.5));
    }
}
