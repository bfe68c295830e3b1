package interleave.child;

import interleave.execution.Pauses;
import interleave.metric.Ticker;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The end of a run when its time is up, on a thread of its own: it hangs on no reader, no order under way, and no
 * parent, which may have been stopped with ^Z, frozen, or may wait itself. Time in which this process itself stood
 * still is none.
 */
final class TimeLimit {
    /** A look is no older, unless the process has just stood still. */
    private static final long LOOK_NANOS = Duration.ofMillis(350).toNanos();

    /**
     * @param leftNanos until it, when it was set
     * @param pausedNanos for how long the process had stood still when it was set
     */
    private record Limit(long nanos, long leftNanos, long pausedNanos) {}

    private final Ticker ticker;
    private final Pauses pauses;
    private final Runnable expired;
    private final BlockingQueue<Limit> limits = new LinkedBlockingQueue<>();
    private Thread thread;

    /** @param expired is called once, on this limit's thread */
    TimeLimit(Ticker ticker, Pauses pauses, Runnable expired) {
        this.ticker = ticker;
        this.pauses = pauses;
        this.expired = expired;
    }

    /** It is so far away from now on, wherever it was before. Of the thread that reads orders. */
    void set(Duration left) {
        long now = ticker.nanos();
        limits.add(new Limit(now + left.toNanos(), left.toNanos(), pauses.soFar()));
        if (thread != null) return;
        thread = Thread.ofPlatform().name("time limit").start(this::await);
    }

    private void await() {
        try {
            Limit limit = limits.take();
            // By the time this thread begins the process may have stood still: no end without a look at that.
            for (long left = limit.leftNanos; left > 0; ) {
                Limit next = limits.poll(left, TimeUnit.NANOSECONDS);
                if (next != null) limit = next;
                left = left(limit, pauses.until(ticker.nanos() - LOOK_NANOS));
            }
            expired.run();
        } catch (InterruptedException e) {
            // Nobody does that.
        }
    }

    /** @param pausedNanos for how long the process has stood still up to now */
    private long left(Limit limit, long pausedNanos) {
        return limit.nanos + Math.max(0, pausedNanos - limit.pausedNanos) - ticker.nanos();
    }
}
