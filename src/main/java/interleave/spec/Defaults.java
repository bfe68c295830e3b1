package interleave.spec;

import java.time.Duration;

/** The values that hold unless something else is asked for; each also as options take it and help tells it. */
public final class Defaults {
    /** The time for which a task waits, or the HTTP service before it answers. */
    public static final Duration LATENCY = Duration.ofMillis(20);

    public static final String LATENCY_TEXT = "20ms";

    /** The time between two samples of the machine. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    public static final String INTERVAL_TEXT = "1s";

    /** The time for which a run goes that the monitor starts: a forgotten one does not heat a machine for days. */
    public static final Duration RUN_FOR = Duration.ofHours(1);

    public static final String RUN_FOR_TEXT = "1h";

    private Defaults() {}
}
