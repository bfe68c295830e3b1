package interleave.lab.stats;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Repetitions that are moved towards their middle before they are drawn: how far they lie apart holds already what
 * their windows differ by, and with the windows drawn, too, that would count twice (Davison and Hinkley, Bootstrap
 * Methods and their Application, 3.8). With what is drawn of the windows they are as far apart again.
 *
 * @param keep the part of a repetition's distance from the middle that is kept, 0 to 1
 */
record Shrunken(List<Repeated> repetitions, double middle, double keep) {
    /** Draws of each repetition, to see how far its windows carry it. */
    private static final int LOOKS = 40;

    static Shrunken of(List<Repeated> repetitions, long seed) {
        double middle = Medians.median(repetitions);
        double apart = 0;
        double carried = 0;
        RandomGenerator lot = new SplittableRandom(seed);
        for (Repeated one : repetitions) {
            apart += square(one.value() - middle) * repetitions.size() / Math.max(1.0, repetitions.size() - 1);
            for (int i = 0; i < LOOKS; i++) carried += square(one.redrawn(lot) - one.value()) / LOOKS;
        }
        return new Shrunken(repetitions, middle, apart <= 0 ? 0 : Math.sqrt(Math.max(0, 1 - carried / apart)));
    }

    private static double square(double x) {
        return x * x;
    }

    /** As many, drawn with replacement, and of each its windows. */
    double[] redrawn(RandomGenerator lot) {
        double[] values = new double[repetitions.size()];
        for (int i = 0; i < values.length; i++) values[i] = redrawn(lot.nextInt(values.length), lot);
        return values;
    }

    /** Those of some rounds, as far as there is one of a round, and of each its windows; never none. */
    double[] redrawn(int[] rounds, RandomGenerator lot) {
        double[] values = Arrays.stream(rounds)
                .filter(round -> round < repetitions.size())
                .mapToDouble(round -> redrawn(round, lot))
                .toArray();
        return values.length == 0 ? redrawn(lot) : values;
    }

    private double redrawn(int which, RandomGenerator lot) {
        Repeated one = repetitions.get(which);
        return middle + keep * (one.value() - middle) + one.redrawn(lot) - one.value();
    }
}
