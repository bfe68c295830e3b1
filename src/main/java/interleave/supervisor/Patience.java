package interleave.supervisor;

import java.time.Duration;

/** How long children are waited for, in nanoseconds. */
final class Patience {
    /** Without a sign of life. */
    static final long SILENCE = Duration.ofSeconds(2).toNanos();

    /**
     * To end when told to, before they are killed. A worker takes a second at most, but for what the kernel takes to end
     * its threads: more than two seconds were seen for 20,000 of them.
     */
    static final long STOP = Duration.ofSeconds(5).toNanos();

    /** To end after the end of their input, before they are killed. */
    static final long CLOSE = Duration.ofSeconds(1).toNanos();

    private Patience() {}
}
