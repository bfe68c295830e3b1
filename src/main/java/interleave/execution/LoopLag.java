package interleave.execution;

import interleave.metric.Ticker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How late an event loop is: a timer of it that is due every 25 ms, and how long after that it came. The loop runs the
 * timer, anyone may read.
 */
final class LoopLag {
    static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final Ticker ticker;
    private final AtomicLong most = new AtomicLong();
    private volatile long dueNanos;

    LoopLag(Ticker ticker) {
        this.ticker = ticker;
        dueNanos = ticker.nanos() + PERIOD_NANOS;
    }

    /** The timer has come. It is due again after a period. */
    void came() {
        long now = ticker.nanos();
        most.accumulateAndGet(now - dueNanos, Math::max);
        dueNanos = now + PERIOD_NANOS;
    }

    /** The most since it was asked before, of one that is overdue now as well: a loop that is stuck is late so far. */
    long takeNanos() {
        long overdue = ticker.nanos() - dueNanos;
        return Math.max(0, Math.max(overdue, most.getAndSet(0)));
    }
}
