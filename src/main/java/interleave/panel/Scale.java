package interleave.panel;

import interleave.metric.History;
import interleave.screen.Graph;
import interleave.screen.Numbers;

/**
 * The number that the upper edge of a graph stands for, and the highest that is seen, which may be cut off there. Pure.
 *
 * @param peak its value, and when it was; empty if nothing is seen
 */
record Scale(double top, String peak) {
    /** @param least the lowest number that the upper edge may stand for */
    static Scale of(History history, int samples, double least, long stepNanos) {
        double top = Graph.calmScale(new Plotted(history), samples, least);
        int age = Graph.peak(new Plotted(history), samples);
        if (age < 0) return new Scale(top, "");
        String when = age == 0 ? " now" : " at " + TimeAxis.ago(age, stepNanos);
        return new Scale(top, "peak " + number(history.at(age)) + when);
    }

    /** Such as {@code 0 to 20.0k/s}. */
    String range(String unit) {
        int decimals = top >= 0.1 ? 1 : top >= 0.01 ? 2 : 3;
        return "0 to " + (top >= 1 ? Numbers.count(top) : Numbers.fixed(top, decimals)) + unit;
    }

    /** The same and the peak, where there is so much room; only the range where there is not. */
    String words(String unit, int room) {
        String both = peak.isEmpty() ? range(unit) : range(unit) + ", " + peak;
        return both.length() <= room ? both : range(unit);
    }

    private static String number(double value) {
        if (value >= 10 || value == 0) return Numbers.count(value);
        return Numbers.fixed(value, value >= 1 ? 1 : value >= 0.1 ? 2 : 3);
    }
}
