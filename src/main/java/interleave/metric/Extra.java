package interleave.metric;

import java.util.List;
import java.util.Optional;

/**
 * A further figure of some tasks or models: its identity, not its value.
 *
 * @param name snake_case with its unit, as frames and JSON have it
 * @param counter whether it only grows, so that an interval's figure is a difference; else it is a state
 * @param telling from which value on it is what its run is there to show
 * @param source where it comes from and what it includes, in one sentence
 */
public record Extra(String name, String title, Unit unit, boolean counter, double telling, String source) {
    /** Of a loop that answers within a wake-up or two nobody would say that it is blocked. */
    private static final double LATE_MS = 10;

    /** The catalogue; a worker may say others, which are shown by their names. */
    public static final List<Extra> ALL = List.of(
            counter(
                    "connections_opened",
                    "connections opened",
                    Double.POSITIVE_INFINITY,
                    "sockets connected to the HTTP service"),
            counter(
                    "requests_refused",
                    "requests refused",
                    1,
                    "what clients sent that is no GET or HEAD of HTTP/1.1 or 1.0 without a body: answered with a status"
                            + " from 400 on, and no task has failed by it"),
            new Extra(
                    "loop_lag_ms",
                    "loop lag",
                    Unit.MILLISECONDS,
                    false,
                    LATE_MS,
                    "the most that a timer of the event loop was late since the frame before: what everyone waited"),
            counter(
                    "cold_reads",
                    "cold reads",
                    Double.POSITIVE_INFINITY,
                    "reads of a page that the kernel was told to forget before: they wait for the disk, where there is"
                            + " one"),
            new Extra(
                    "paused_s",
                    "stood still",
                    Unit.SECONDS,
                    true,
                    0,
                    "how long the process stood still, stopped, frozen, or asleep with its machine: all other numbers"
                            + " leave it out"),
            counter("lost_updates", "lost updates", 0, "increments that were done and are not in the shared counter"),
            counter("deadlocks", "deadlocks", 0, "deadlocks found and broken up"),
            new Extra(
                    "run_queue_wait_us",
                    "run-queue wait",
                    Unit.MICROSECONDS,
                    true,
                    0,
                    "/proc/thread-self/schedstat, 2nd field: how long the threads that do tasks were ready to run and"
                            + " waited for a CPU; of carriers, during tasks"));

    private static Extra counter(String name, String title, double telling, String source) {
        return new Extra(name, title, Unit.COUNT, true, telling, source);
    }

    public static Optional<Extra> named(String name) {
        for (Extra extra : ALL) if (extra.name.equals(name)) return Optional.of(extra);
        return Optional.empty();
    }
}
