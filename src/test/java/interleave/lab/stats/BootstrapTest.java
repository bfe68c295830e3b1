package interleave.lab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    private static final int WINDOWS = 4;
    private static final int TRIALS = 1000;

    /** Seconds of windows: what a repetition's numbers are over. */
    private static final double[] ONES = {1, 1, 1, 1};

    /** A repetition of a known distribution: how good the process is as a whole, and what its windows differ by. */
    private interface Process {
        Repeated draw(Random random);
    }

    private static Repeated windows(Random random, double level, double deviation, double correlation) {
        double[] values = new double[WINDOWS];
        double error = deviation * random.nextGaussian();
        for (int i = 0; i < WINDOWS; i++) {
            values[i] = level * Math.exp(error);
            error = correlation * error + Math.sqrt(1 - correlation * correlation) * deviation * random.nextGaussian();
        }
        return Repeated.ratio(values, ONES);
    }

    private static Process process(String kind) {
        return switch (kind) {
            case "skewed" -> random -> windows(random, Math.exp(0.3 * random.nextGaussian()), 0.03, 0);
            case "bimodal" ->
                random -> windows(
                        random,
                        (random.nextDouble() < 0.7 ? 1 : 1.9) * Math.exp(0.03 * random.nextGaussian()),
                        0.03,
                        0);
            case "autocorrelated" -> random -> windows(random, Math.exp(0.02 * random.nextGaussian()), 0.05, 0.8);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static List<Repeated> draw(Process process, int repetitions, double times, Random random) {
        List<Repeated> drawn = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            Repeated one = process.draw(random);
            drawn.add(times == 1 ? one : scaled(one, times));
        }
        return drawn;
    }

    private static Repeated scaled(Repeated one, double times) {
        return new Repeated() {
            @Override
            public double value() {
                return times * one.value();
            }

            @Override
            public double redrawn(RandomGenerator lot) {
                return times * one.redrawn(lot);
            }
        };
    }

    private interface Interval95 {
        Interval of(List<Repeated> base, List<Repeated> other, long seed, int draws);
    }

    /** The number of a hundred intervals that hold the true ratio. */
    private static double coverage(String kind, int repetitions) {
        return coverage(kind, repetitions, 0, 0, Bootstrap::ofRatio);
    }

    /**
     * The same where the machine has good and bad times, autocorrelated from round to round, which both sides share.
     *
     * @param shared how far these lie apart, as a logarithm
     * @param more repetitions of the other side
     */
    private static double coverage(String kind, int repetitions, double shared, int more, Interval95 interval) {
        Process process = process(kind);
        Random random = new Random(repetitions * 31L + kind.hashCode());
        int held = 0;
        for (int i = 0; i < TRIALS; i++) {
            List<Repeated> base = draw(process, repetitions, 1, random);
            List<Repeated> other = draw(process, repetitions + more, 1.3, random);
            if (shared > 0) {
                double[] times = times(repetitions + more, shared, random);
                for (int k = 0; k < base.size(); k++) base.set(k, scaled(base.get(k), times[k]));
                for (int k = 0; k < other.size(); k++) other.set(k, scaled(other.get(k), times[k]));
            }
            if (interval.of(base, other, i, 250).contains(1.3)) held++;
        }
        return 100.0 * held / TRIALS;
    }

    private static double[] times(int rounds, double apart, Random random) {
        double[] times = new double[rounds];
        double now = random.nextGaussian();
        for (int i = 0; i < rounds; i++) {
            times[i] = Math.exp(apart * now);
            now = 0.6 * now + 0.8 * random.nextGaussian();
        }
        return times;
    }

    @ParameterizedTest
    @ValueSource(strings = {"skewed", "bimodal", "autocorrelated"})
    void theIntervalHoldsTheTruthAsOftenAsItSays(String kind) {
        for (int repetitions : new int[] {5, 6, 7, 8, 9, 10, 12, 15, 20, 30}) {
            double coverage = coverage(kind, repetitions);
            assertTrue(coverage >= 92 && coverage <= 98, kind + ", " + repetitions + " each: " + coverage + " %");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"skewed", "bimodal", "autocorrelated"})
    void soDoesTheOneOfRepetitionsInTurns(String kind) {
        for (int repetitions : new int[] {10, 12, 15, 20}) {
            double coverage = coverage(kind, repetitions, 0, 0, Bootstrap::ofRatioInTurns);
            assertTrue(coverage >= 92 && coverage <= 98, kind + ", " + repetitions + " each: " + coverage + " %");
        }
        for (int repetitions : new int[] {10, 15, 20}) {
            double coverage = coverage(kind, repetitions, 0.15, 2, Bootstrap::ofRatioInTurns);
            assertTrue(coverage >= 92 && coverage <= 98, kind + ", " + repetitions + " shared: " + coverage + " %");
        }
    }

    /** Where the time does more than the processes, the ratio of rounds is known better. */
    @Test
    void whatBothSidesShareMakesNoIntervalWide() {
        Random random = new Random(1);
        double[] times = times(16, 0.15, random);
        List<Repeated> base = new ArrayList<>();
        List<Repeated> other = new ArrayList<>();
        for (double time : times) {
            base.add(scaled(windows(random, 1, 0.03, 0), time));
            other.add(scaled(windows(random, 1.3, 0.03, 0), time));
        }
        double apart = Bootstrap.ofRatio(base, other, 1).halfWidth();
        double inTurns =
                Bootstrap.ofRatioInTurns(base, other, 1, Bootstrap.DRAWS).halfWidth();
        assertTrue(inTurns < apart / 2, inTurns + " of " + apart);
        List<Repeated> few = base.subList(0, 9);
        assertEquals(
                Bootstrap.ofRatio(few, other, 1, 100), Bootstrap.ofRatioInTurns(few, other, 1, 100), "of 9 rounds");
    }

    @Test
    void belowTheFewestItWouldHoldItLessOften() {
        assertEquals(5, Bootstrap.FEWEST);
        assertTrue(coverage("skewed", 3) < 92, "three each: " + coverage("skewed", 3));
    }

    @Test
    void theMedianInPlaceIsTheMedian() {
        Random random = new Random(1);
        for (int size = 1; size < 200; size++) {
            double[] values =
                    random.doubles(size).map(x -> Math.floor(x * 50) / 7).toArray();
            assertEquals(Medians.median(values), Medians.medianInPlace(values.clone()), 0);
        }
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Random random = new Random(1);
        List<Repeated> base = draw(process("skewed"), 7, 1, random);
        List<Repeated> other = draw(process("skewed"), 7, 1, random);
        assertEquals(Bootstrap.ofRatio(base, other, 5), Bootstrap.ofRatio(base, other, 5));
    }

    /**
     * Quantiles of type 7: R 4.2 and NumPy 1.24 give quantile(c(1, 2, 3, 4, 10), 0.9) = 7.6 and median(c(3, 1, 2, 10))
     * = 2.5.
     */
    @Test
    void quantilesAreThoseOfOthers() {
        assertEquals(7.6, Medians.quantile(new double[] {10, 1, 3, 2, 4}, 0.9), 1e-12);
        assertEquals(2.5, Medians.median(new double[] {3, 1, 2, 10}), 1e-12);
        assertEquals(3, Medians.median(new double[] {3}), 0);
    }

    /** Student's table: t of 0.975 at 8 and 28 degrees of freedom is 2.3060 and 2.0484. */
    @Test
    void quantilesOfStudentAreThoseOfTheTable() {
        assertEquals(2.3060, Bootstrap.student(8), 0.004);
        assertEquals(2.0484, Bootstrap.student(28), 0.0005);
    }

    /** Half of erfc(2.306 * sqrt(10 / 9) / sqrt(2)) is 0.007534. */
    @Test
    void fewRepetitionsHaveWiderIntervals() {
        assertEquals(0.007534, Bootstrap.expandedTail(5), 0.0002);
        assertTrue(Bootstrap.expandedTail(100) > 0.024);
    }

    /** Of 1, 2 and 4 over 1, 2 and 4 the nine ratios have 1 in their middle; of 2, 3 and 10 over 1 and 2 it is 2.5. */
    @Test
    void theRatioIsTheMedianOfAllPairs() {
        assertEquals(1, Bootstrap.ratio(whole(1, 2, 4), whole(1, 2, 4)), 1e-12);
        assertEquals((2 + 3) / 2.0, Bootstrap.ratio(whole(1, 2), whole(2, 3, 10)), 1e-12);
    }

    private static List<Repeated> whole(double... values) {
        return Arrays.stream(values).mapToObj(Repeated::whole).toList();
    }

    /**
     * The mouse data of Efron and Tibshirani, An Introduction to the Bootstrap (1993), table 2.1: seven treated, whose
     * median of 94 has a bootstrap standard error of 37.88, by table 2.2 (infinitely many samples).
     */
    @Test
    void theBootstrapOfAMedianIsThatOfTheBook() {
        List<Repeated> mice = new ArrayList<>();
        for (double days : new double[] {94, 197, 16, 38, 99, 141, 23}) mice.add(Repeated.whole(days));
        assertEquals(94, Medians.median(mice), 0);
        Random lot = new Random(1);
        double sum = 0;
        double squares = 0;
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            double drawn = Bootstrap.redrawnMedian(mice, lot);
            sum += drawn;
            squares += drawn * drawn;
        }
        double error = Math.sqrt(squares / draws - sum / draws * (sum / draws));
        assertEquals(37.88, error, 0.4);
    }
}
