package interleave.metric;

/** A monotonic clock in nanoseconds. Differences of its values are durations; the values themselves mean nothing. */
@FunctionalInterface
public interface Ticker {
    /** {@link System#nanoTime()}: CLOCK_MONOTONIC on Linux, so that values of two processes of one machine compare. */
    Ticker SYSTEM = System::nanoTime;

    long nanos();
}
