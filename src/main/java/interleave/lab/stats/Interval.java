package interleave.lab.stats;

/** Where a number lies, with 95 % confidence. */
public record Interval(double low, double high) {
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public double middle() {
        return (low + high) / 2;
    }

    public double halfWidth() {
        return (high - low) / 2;
    }
}
