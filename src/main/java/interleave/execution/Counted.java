package interleave.execution;

import java.util.Map;

/** What does tasks and can be asked how many. Safe from any thread. */
public interface Counted {
    Tally tally();

    /** Tasks planned or started, and not ended. */
    int inFlight();

    /** The most that {@link #inFlight} ever was. */
    int inFlightPeak();

    /** Virtual threads alive that its tasks run on. */
    default long virtualThreads() {
        return 0;
    }

    /** Further figures, by snake_case name; counters unless the name says otherwise. */
    default Map<String, Double> extra() {
        return Map.of();
    }
}
