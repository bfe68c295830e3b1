package interleave.lab.stats;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The hierarchical percentile bootstrap (Davison and Hinkley, Bootstrap Methods and their Application, 3.8):
 * repetitions are drawn with replacement, and within each its windows. Of medians of five repetitions and more it
 * covers the truth in 94 to 98 of 100 cases, of fewer in less, and of means in 88: {@code BootstrapTest} measures it.
 */
public final class Bootstrap {
    /** Below so many repetitions of either side nothing is decided. */
    public static final int FEWEST = 5;

    public static final int DRAWS = 1500;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** Of the median of one side over that of another, which must not be 0. The same seed gives the same interval. */
    public static Interval ofRatio(List<Repeated> base, List<Repeated> other, long seed) {
        return ofRatio(base, other, seed, DRAWS);
    }

    /** Of the median of repetitions. The same seed gives the same interval. */
    public static Interval ofMedian(List<Repeated> repetitions, long seed) {
        return of(lot -> redrawnMedian(repetitions, lot), seed, DRAWS);
    }

    /** @param draws how many times it is drawn */
    public static Interval ofRatio(List<Repeated> base, List<Repeated> other, long seed, int draws) {
        return of(lot -> redrawnMedian(other, lot) / redrawnMedian(base, lot), seed, draws);
    }

    private static Interval of(ToDoubleFunction<RandomGenerator> draw, long seed, int draws) {
        RandomGenerator lot = new SplittableRandom(seed);
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++) drawn[i] = draw.applyAsDouble(lot);
        return new Interval(Medians.quantile(drawn, TAIL), Medians.quantile(drawn, 1 - TAIL));
    }

    /** The median of one redrawn set of repetitions. */
    public static double redrawnMedian(List<Repeated> repetitions, RandomGenerator lot) {
        double[] values = new double[repetitions.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = repetitions.get(lot.nextInt(values.length)).redrawn(lot);
        return Medians.median(values);
    }
}
