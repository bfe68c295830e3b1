package interleave.lab.stats;

import java.util.random.RandomGenerator;

/** One quantity of one repetition. A repetition is a fresh process, which is lucky or not as a whole. */
public interface Repeated {
    /** Over all of its windows. */
    double value();

    /** The same over as many of its windows, drawn by lot with replacement. */
    double redrawn(RandomGenerator lot);

    /** A repetition of which nothing but the whole is known, as of one that a file holds. */
    static Repeated whole(double value) {
        return new Repeated() {
            @Override
            public double value() {
                return value;
            }

            @Override
            public double redrawn(RandomGenerator lot) {
                return value;
            }
        };
    }

    /**
     * A ratio of two sums over windows, such as tasks per second.
     *
     * @param above what is divided, of each window
     * @param below what it is divided by, of the same
     */
    static Repeated ratio(double[] above, double[] below) {
        double[] tops = above.clone();
        double[] bottoms = below.clone();
        return new Repeated() {
            @Override
            public double value() {
                double top = 0;
                double bottom = 0;
                for (int i = 0; i < tops.length; i++) {
                    top += tops[i];
                    bottom += bottoms[i];
                }
                return top / bottom;
            }

            @Override
            public double redrawn(RandomGenerator lot) {
                double top = 0;
                double bottom = 0;
                for (int i = 0; i < tops.length; i++) {
                    int drawn = lot.nextInt(tops.length);
                    top += tops[drawn];
                    bottom += bottoms[drawn];
                }
                return bottom == 0 ? value() : top / bottom;
            }
        };
    }

    /**
     * One whose redrawn values were worked out beforehand, since each takes long: a percentile of merged histograms.
     */
    static Repeated prepared(double value, double[] redrawn) {
        double[] values = redrawn.clone();
        return new Repeated() {
            @Override
            public double value() {
                return value;
            }

            @Override
            public double redrawn(RandomGenerator lot) {
                return values.length == 0 ? value : values[lot.nextInt(values.length)];
            }
        };
    }
}
