package interleave.metric;

/**
 * One number that Interleave shows: its identity, not its value.
 *
 * @param name snake_case with the unit in it, as JSON and CSV have it: {@code switches_per_s}
 * @param title a few words, as the screen and the help have it
 * @param source where the number comes from and what it includes, in one sentence
 */
public record Metric(String name, String title, Unit unit, String source) {
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
