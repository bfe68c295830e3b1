package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Arrival;
import interleave.spec.Load;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static long[] first(int count, Load.Open load, long seed) {
        Arrivals arrivals = new Arrivals(load, seed, 0, 1_000);
        return LongStream.generate(arrivals::next).limit(count).toArray();
    }

    @Test
    void aConstantRateIsEvenAndDoesNotDrift() {
        long[] starts = first(3_000_001, new Load.Open(30_000), 1);
        assertEquals(1_000, starts[0]);
        assertEquals(1_000 + 33_333, starts[1]);
        assertEquals(1_000 + 100_000_000_000L, starts[3_000_000]);
    }

    @Test
    void poissonHasTheRateAndTheSpreadOfIndependentClients() {
        int count = 200_000;
        long[] starts = first(count, new Load.Open(1_000, Arrival.POISSON), 42);
        assertEquals(count / 1_000.0, (starts[count - 1] - 1_000) / 1e9, 2);
        double squares = 0;
        for (int i = 1; i < count; i++) squares += Math.pow((starts[i] - starts[i - 1]) / 1e6 - 1, 2);
        assertEquals(1, Math.sqrt(squares / count), 0.02, "the deviation of exponential distances is their mean");
    }

    @Test
    void theSeedDecides() {
        Load.Open load = new Load.Open(10, Arrival.POISSON);
        assertEquals(
                LongStream.of(first(9, load, 5)).sum(),
                LongStream.of(first(9, load, 5)).sum());
        assertNotEquals(first(9, load, 5)[8], first(9, load, 6)[8]);
    }

    /** Twenty seconds of 10,000/s: the rate of most seeds is within two of its deviations, and the default one's is. */
    @Test
    void noSeedIsFarFromTheRate() {
        int count = 200_000;
        int seeds = 400;
        int beyondTwo = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            long[] starts = first(count, new Load.Open(10_000, Arrival.POISSON), seed);
            double deviations = ((starts[count - 1] - 1_000) / 1e5 - count) / Math.sqrt(count);
            assertTrue(Math.abs(deviations) < 3.7, deviations + " deviations of seed " + seed);
            if (Math.abs(deviations) > 2) beyondTwo++;
            if (seed == 1) assertEquals(0, deviations, 1);
        }
        // Of 400, 4.55 % are 18.2; 4.2 is the deviation of that.
        assertEquals(18.2, beyondTwo, 3 * 4.2);
    }

    /** Kolmogorov and Smirnov: how far the distances are from exponential ones, and one load's from the next one's. */
    @Test
    void theDistancesAreExponential() {
        int count = 20_000;
        for (int seed = 1; seed <= 20; seed++) {
            long[] starts = first(count, new Load.Open(10_000, Arrival.POISSON), seed);
            double distance = Exponential.distance(starts);
            // Beyond 1.95 / sqrt(n) is one of a thousand.
            assertTrue(distance < 1.95 / Math.sqrt(count - 1), distance + " of seed " + seed);
        }
    }
}
