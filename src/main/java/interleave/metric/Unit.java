package interleave.metric;

/** The unit of the number of a {@link Metric}. */
public enum Unit {
    COUNT,
    PER_SECOND,
    /** Percent of a whole: 0 to 100, or above where the whole is one core. */
    PERCENT,
    BYTES,
    BYTES_PER_SECOND,
    SECONDS,
    MILLISECONDS,
    MICROSECONDS,
    /** Kernel switches, or other events, per task. */
    PER_TASK,
    BYTES_PER_TASK
}
