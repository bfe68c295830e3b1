package interleave.execution;

import java.util.Arrays;

/** The fit of times to the starts of independent clients. */
final class Exponential {
    private Exponential() {}

    /** The distance of Kolmogorov and Smirnov between the gaps of these times and exponential ones of the same mean. */
    static double distance(long[] times) {
        double[] gaps = gaps(times);
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double most = 0;
        for (int i = 0; i < gaps.length; i++) {
            double below = 1 - Math.exp(-gaps[i] / mean);
            most = Math.max(most, Math.max(below - (double) i / gaps.length, (i + 1.0) / gaps.length - below));
        }
        return most;
    }

    /** The median gap in means: ln 2 of exponential ones. */
    static double median(long[] times) {
        double[] gaps = gaps(times);
        return gaps[gaps.length / 2] / Arrays.stream(gaps).average().orElseThrow();
    }

    /** In order of their size. */
    private static double[] gaps(long[] times) {
        double[] gaps = new double[times.length - 1];
        for (int i = 0; i < gaps.length; i++) gaps[i] = times[i + 1] - times[i];
        Arrays.sort(gaps);
        return gaps;
    }
}
