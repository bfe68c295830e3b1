package interleave.lab.stats;

import java.util.Arrays;
import java.util.List;

/** Order statistics. */
public final class Medians {
    private Medians() {}

    /** The middle one, or the mean of the two in the middle. There must be one at least. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    public static double median(List<Repeated> repetitions) {
        return median(values(repetitions));
    }

    /**
     * With linear interpolation between neighbours: type 7 of Hyndman and Fan (1996), the default of R and NumPy.
     *
     * @param share from 0 to 1
     */
    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * One of the values itself, where nothing lies between two of them: type 1 of Hyndman and Fan.
     *
     * @param share above 0, up to 1
     */
    public static double nearest(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** The spread of repetitions: the distance of the quartiles over the median; 0 where the median is. */
    public static double spread(List<Repeated> repetitions) {
        double[] values = values(repetitions);
        double median = median(values);
        return median == 0 ? 0 : (quantile(values, 0.75) - quantile(values, 0.25)) / Math.abs(median);
    }

    private static double[] values(List<Repeated> repetitions) {
        return repetitions.stream().mapToDouble(Repeated::value).toArray();
    }
}
