package interleave.metric;

/**
 * One number that Interleave shows: its identity, not its value.
 *
 * @param name snake_case with the unit in it, as JSON and CSV have it: {@code switches_per_s}
 * @param title a few words, as the screen and the help have it
 * @param words what it means, in plain words; empty where the source says it all
 * @param source where the number comes from and what it includes, in one sentence; empty where it is counted by the
 *     worker
 */
public record Metric(String name, String title, Unit unit, Kind kind, String words, String source) {
    /** The behaviour of a number. */
    public enum Kind {
        /** A count or a sum that only grows: its number is what it grew by. */
        COUNTER,
        /** A state, which goes up and down. */
        GAUGE,
        /** One growth over another, or over the time. */
        RATIO,
        /** A point of a distribution. */
        DISTRIBUTION
    }

    /** One whose source says what it means: a ratio where its unit is that of one, else a state. */
    public Metric(String name, String title, Unit unit, String source) {
        this(name, title, unit, ofUnit(unit), "", source);
    }

    /** The same with its meaning in plain words. */
    public Metric(String name, String title, Unit unit, String words, String source) {
        this(name, title, unit, ofUnit(unit), words, source);
    }

    private static Kind ofUnit(Unit unit) {
        // start-up: no switch over an enum of another class, which makes a class of its own.
        boolean ratio = unit == Unit.PER_SECOND || unit == Unit.PERCENT || unit == Unit.BYTES_PER_SECOND;
        return ratio ? Kind.RATIO : Kind.GAUGE;
    }

    /** By name alone. */
    // start-up: the JVM takes 20 ms to build the generated one.
    @Override
    public boolean equals(Object other) {
        return other instanceof Metric metric && name.equals(metric.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
