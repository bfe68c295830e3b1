package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Durations;
import interleave.metric.Reading;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class PoissonFitTest {
    private static final long MEAN = 1_000_000;
    private static final int COUNT = 5_000;

    /** Gaps between starts, each as late as {@code held} says of the time that it was planned at. */
    private static Durations gaps(int seed, LongUnaryOperator held) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] gaps = new long[COUNT];
        double planned = 0;
        long before = 0;
        for (int i = 0; i < COUNT; i++) {
            planned -= Math.log(1 - random.nextDouble()) * MEAN;
            long start = Math.max(before, held.applyAsLong((long) planned));
            gaps[i] = start - before;
            before = start;
        }
        return Durations.of(gaps);
    }

    @Test
    void ofTrueGapsOneRowInTwentyFails() {
        int failed = 0;
        for (int seed = 1; seed <= 400; seed++) {
            PoissonFit fit = PoissonFit.of(gaps(seed, planned -> planned), MEAN);
            assertEquals(0.0192, fit.passing(), 0.0001);
            if (fit.distance() > fit.passing()) failed++;
        }
        // 4.4 is the deviation of 20 in 400.
        assertEquals(20, failed, 3 * 4.4);
    }

    @Test
    void startsOnAGridAreFarOff() {
        PoissonFit fit = PoissonFit.of(gaps(1, planned -> (planned / 250_000 + 1) * 250_000), MEAN);
        // Who shares a step of the grid with the one before it: 1 - (1 - exp(-1/4)) / (1/4).
        assertEquals(0.1152, fit.distance(), 0.01);
        assertTrue(fit.distance() > fit.passing());
    }

    /** Of 20 ms, all starts of the last one begin at its end, one after the other. */
    @Test
    void startsThatAreHeldUpNowAndThenFail() {
        long period = 20_000_000;
        long busy = 1_000_000;
        PoissonFit fit = PoissonFit.of(
                gaps(1, planned -> planned % period < period - busy ? planned : (planned / period + 1) * period), MEAN);
        assertTrue(fit.distance() > fit.passing(), fit.toString());
        assertTrue(fit.distance() < 0.05, fit.toString());
    }

    @Test
    void aWindowSaysItOfStartsAtRandomAlone() {
        Frame first = Frames.withPlan(Frames.at(0, 0, 0, 0, 0), 0, 0);
        Frame constant = Frames.withPlan(Frames.at(250, COUNT, 0, 0, 0), COUNT, 0);
        assertFalse(reading(first, constant).present());
        Reading random = reading(first, Frames.withGaps(constant, MEAN, gaps(1, planned -> planned)));
        assertTrue(random.present(), random.toString());
        assertTrue(random.orElse(100) < 2, random.toString());
        Reading three = reading(first, Frames.withGaps(constant, MEAN, Durations.of(1, 2, 3)));
        assertFalse(three.present(), "three gaps are none to judge by");
    }

    private static Reading reading(Frame first, Frame last) {
        return RunWindow.EMPTY.plus(first).plus(last).readings().of(WorkMetrics.GAPS_OFF_PERCENT);
    }
}
