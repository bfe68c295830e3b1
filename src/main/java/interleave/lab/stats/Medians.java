package interleave.lab.stats;

import java.util.Arrays;
import java.util.List;

/** Order statistics. */
public final class Medians {
    /** Of 20 each all pairs: more would take long, and tell little. */
    private static final int MOST_PAIRS = 400;

    private Medians() {}

    /** The middle one, or the mean of the two in the middle. There must be one at least. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    public static double median(List<Repeated> repetitions) {
        return median(values(repetitions));
    }

    /**
     * The median of what each value of the second is times each of the first; where both are many, of some of the
     * pairs, in which each value has its equal share. There must be one of each at least.
     */
    static double ofRatios(double[] base, double[] other) {
        int each = Math.clamp(MOST_PAIRS / other.length, 1, base.length);
        double[] ratios = new double[other.length * each];
        for (int i = 0; i < other.length; i++)
            for (int shift = 0; shift < each; shift++)
                ratios[i * each + shift] = other[i] / base[(i + shift) % base.length];
        return medianInPlace(ratios);
    }

    /** The same as {@link #median}, in a third of the time; they are in another order afterwards. */
    static double medianInPlace(double[] values) {
        int half = values.length / 2;
        select(values, half);
        if (values.length % 2 == 1) return values[half];
        double below = values[0];
        for (int i = 1; i < half; i++) below = Math.max(below, values[i]);
        return below + 0.5 * (values[half] - below);
    }

    /** Brings the one that sorting would put there to a place, and none that is greater before it (Hoare 1961). */
    private static void select(double[] values, int place) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            double pivot = values[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                double swapped = values[i];
                values[i++] = values[j];
                values[j--] = swapped;
            }
            if (place <= j) to = j;
            else if (place >= i) from = i;
            else return;
        }
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

    static double[] values(List<Repeated> repetitions) {
        return repetitions.stream().mapToDouble(Repeated::value).toArray();
    }
}
