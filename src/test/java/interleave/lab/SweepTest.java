package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.lab.stats.Scalability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Duration EACH = Duration.ofSeconds(4);

    private static Sweep play(long from, long to, Duration within, double noise, LongToDoubleFunction curve) {
        return play(1, from, to, within, noise, curve);
    }

    private static Sweep play(
            long seed, long from, long to, Duration within, double noise, LongToDoubleFunction curve) {
        Sweep sweep = new Sweep(from, to, within, EACH, seed);
        Random random = new Random(1);
        Duration elapsed = Duration.ZERO;
        for (OptionalLong next = sweep.next(elapsed); next.isPresent(); next = sweep.next(elapsed)) {
            double tasks = curve.applyAsDouble(next.getAsLong()) * Math.exp(noise * random.nextGaussian());
            sweep.add(next.getAsLong(), Doctored.of(tasks, 20));
            elapsed = elapsed.plus(EACH);
        }
        return sweep;
    }

    @Test
    void aCurveThatTurnsHasItsBestBetweenThePoints() {
        Scalability made = new Scalability(1000, 0.02, 0.0005);
        Sweep sweep = play(1, 256, Duration.ofHours(1), 0.01, made::at);
        // It turns at 44: between 32 and 64 there is 45, and 23 below 32.
        Sweep.Best best = sweep.best().orElseThrow();
        assertEquals(45, best.value());
        assertTrue(best.low() >= 32 && best.high() <= 64, best.toString());
        assertTrue(sweep.knee().orElseThrow() < 45);
        assertEquals(0.02, sweep.law().orElseThrow().sigma(), 0.006);
        Sweep.LawSpread spread = sweep.lawSpread().orElseThrow();
        assertTrue(spread.sigma().contains(sweep.law().orElseThrow().sigma()), spread.toString());
        assertTrue(spread.kappa().contains(0.0005) && spread.kappa().halfWidth() < 0.0002, spread.toString());
        assertTrue(sweep.points().get(1L).size() == 2 && sweep.points().get(45L).size() == 5);
    }

    @Test
    void aCliffIsNotDescribedByTheLaw() {
        Sweep sweep = play(1, 64, Duration.ofHours(1), 0, n -> n <= 8 ? 1000 * n : 300);
        assertEquals(Optional.empty(), sweep.law());
        assertEquals(Optional.empty(), sweep.lawSpread());
        assertEquals(new Sweep.Best(8, 8, 8), sweep.best().orElseThrow());
        assertEquals(
                List.of(1L, 2L, 4L, 6L, 8L, 11L, 16L, 32L, 64L),
                List.copyOf(sweep.points().keySet()));
    }

    /** Between two neighbours lies nothing that was measured, and so no best. */
    @Test
    void whatMayBeTheBestWasMeasured() {
        for (long seed = 0; seed < 200; seed++) {
            Sweep sweep = play(seed, 100, 1000, Duration.ofHours(1), 0.02, n -> 1000 + n / 100.0);
            Sweep.Best best = sweep.best().orElseThrow();
            assertTrue(sweep.points().keySet().containsAll(List.of(best.low(), best.high())), seed + ": " + best);
        }
    }

    @Test
    void withoutTimeForAllPointsThereIsNoBest() {
        Sweep sweep = play(1, 64, Duration.ofSeconds(12), 0, n -> n);
        assertEquals(Optional.empty(), sweep.best());
        assertEquals(OptionalLong.empty(), sweep.knee());
    }

    /** As along a latency, where each repetition waits for it. */
    @Test
    void theTimeIsNotOverrunByTheLongestPoint() {
        for (int seed = 1; seed <= 100; seed++) {
            Duration within = Duration.ofSeconds(120);
            Sweep sweep = new Sweep(1, 4096, within, Duration.ofSeconds(20), seed);
            Duration elapsed = Duration.ZERO;
            for (OptionalLong next = sweep.next(elapsed); next.isPresent(); next = sweep.next(elapsed)) {
                sweep.add(next.getAsLong(), Doctored.of(1000.0 / next.getAsLong(), 20));
                elapsed = elapsed.plusMillis(3000 + 4 * next.getAsLong());
            }
            assertTrue(elapsed.compareTo(within) <= 0, seed + ": " + elapsed);
        }
    }

    @Test
    void aSpoiledRepetitionIsDoneAgain() {
        Sweep sweep = new Sweep(1, 2, Duration.ofHours(1), EACH, 1);
        long first = sweep.next(Duration.ZERO).orElseThrow();
        sweep.add(first, Doctored.of(1, 20, Doctored.LOUD));
        long second = sweep.next(Duration.ZERO).orElseThrow();
        assertEquals(first, sweep.next(Duration.ZERO).orElseThrow());
        assertEquals(3, first + second);
        assertEquals(List.of("other processes took 60 % of a core"), sweep.spoiled());
    }
}
