package interleave.supervisor;

import java.time.Duration;

/** The times for which children are waited for, in nanoseconds. */
final class Patience {
    /** Without a sign of life. */
    static final long SILENCE = Duration.ofSeconds(2).toNanos();

    /** To say their last when told to stop, before they have failed and are killed. A quarter of a second is usual. */
    static final long STOP = Duration.ofSeconds(5).toNanos();

    /** The same of one that has been silent for so long that it is not expected to hear it. */
    static final long STOP_OF_SILENT = Duration.ofSeconds(1).toNanos();

    /** To end by itself when its time is up, before it is told to. */
    static final long LIMIT = Duration.ofMillis(500).toNanos();

    /** So much later than those whom it helps a helper ends by itself: they would fail without it. */
    static final long HELPER = Duration.ofSeconds(1).toNanos();

    /** Whoever waits by so much longer than he meant to may have been stopped. */
    static final long LATE = Duration.ofMillis(100).toNanos();

    /** To be gone when they have said all, before they are killed: it is no failure. */
    static final long GONE = Duration.ofMillis(50).toNanos();

    /** To be gone after the end of their input, before they are killed. They have nothing to do but to go. */
    static final long CLOSE = Duration.ofMillis(250).toNanos();

    private Patience() {}
}
