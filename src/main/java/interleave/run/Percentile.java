package interleave.run;

/** A point of a distribution of times. */
public enum Percentile {
    P50("p50", "p50", 50, 2),
    P90("p90", "p90", 90, 10),
    P99("p99", "p99", 99, 100),
    P999("p999", "p99.9", 99.9, 1000),
    MAX("max", "max", 100, 1);

    /** In names, as JSON and CSV have them. */
    public final String key;

    /** For people. */
    public final String title;

    final double percent;

    /** So many times have to be there for it to mean anything: one at least is expected above it. */
    final int enough;

    Percentile(String key, String title, double percent, int enough) {
        this.key = key;
        this.title = title;
        this.percent = percent;
        this.enough = enough;
    }

    /** The share of the times that lies above it; of the highest, all are. */
    public double above() {
        return 1.0 / (this == P50 ? 2 : enough);
    }
}
