package interleave.spec;

import java.time.Duration;

/** The least and the most that may be asked for. What a machine allows is another matter. */
public final class Limits {
    /** Between two samples of the machine. More often, and the monitor would be seen in its own picture. */
    public static final Duration SHORTEST_INTERVAL = Duration.ofMillis(250);

    public static final Duration LONGEST_INTERVAL = Duration.ofSeconds(60);

    /** The two as help tells them. */
    public static final String INTERVALS = "250ms to 60s";

    public static final Duration LONGEST_LATENCY = Duration.ofHours(1);

    /** CPU time of a task: while an event loop computes for so long, nobody else is served. */
    public static final Duration LONGEST_WORK = Duration.ofSeconds(1);

    public static final int HIGHEST_PORT = 65_535;

    /** To one server from one address there are no more, since each has a port of its own. */
    public static final int MOST_CONNECTIONS = HIGHEST_PORT;

    /** OS threads of a run's pool, or of a thread for each task. */
    public static final int MOST_THREADS = 20_000;

    /** Tasks of a closed load. */
    public static final int MOST_IN_FLIGHT = 1_000_000;

    /** Starts per second of an open load: no machine of today begins as many. */
    public static final int MOST_PER_S = 1_000_000;

    private Limits() {}
}
