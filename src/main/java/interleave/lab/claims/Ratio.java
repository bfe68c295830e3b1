package interleave.lab.claims;

import interleave.metric.Reading;

/**
 * A number of one side over the same of another.
 *
 * @param median of the medians; absent where there is none
 * @param low the least that it may be
 * @param high the most that it may be
 */
public record Ratio(Reading median, double low, double high) {
    static Ratio unknown(String why) {
        return new Ratio(Reading.absent(Reading.Why.WARMING_UP, why), 0, Double.POSITIVE_INFINITY);
    }

    boolean above(double limit) {
        return median.present() && low > limit;
    }

    boolean below(double limit) {
        return median.present() && high < limit;
    }

    /** False where it may be on either side of a limit. */
    boolean decidedBy(double limit) {
        return above(limit) || below(limit);
    }

    /** As in {@code 1.93x (1.88 to 1.97)}. */
    String words() {
        return switch (median) {
            case Reading.Value(double value) ->
                Words.number(value) + "x (" + Words.number(low) + " to " + Words.number(high) + ")";
            case Reading.Absent absent -> "unknown: " + absent.words();
        };
    }
}
