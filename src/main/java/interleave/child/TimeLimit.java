package interleave.child;

import interleave.metric.Ticker;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The end of a run when its time is up, on a thread of its own: it hangs on no reader, no order under way, and no parent,
 * which may have been stopped with ^Z, frozen, or may wait itself.
 */
final class TimeLimit {
    private final Ticker ticker;
    private final Runnable expired;
    private final BlockingQueue<Long> limits = new LinkedBlockingQueue<>();
    private Thread thread;

    /** @param expired is called once, on this limit's thread */
    TimeLimit(Ticker ticker, Runnable expired) {
        this.ticker = ticker;
        this.expired = expired;
    }

    /** It is so far away from now on, wherever it was before. Of the thread that reads orders. */
    void set(Duration left) {
        limits.add(ticker.nanos() + left.toNanos());
        if (thread != null) return;
        thread = Thread.ofPlatform().name("time limit").start(this::await);
    }

    private void await() {
        try {
            Long deadline = limits.take();
            for (Long next = deadline; next != null; next = limits.poll(left(deadline), TimeUnit.NANOSECONDS))
                deadline = next;
            expired.run();
        } catch (InterruptedException e) {
            // Nobody does that.
        }
    }

    private long left(long deadline) {
        return Math.max(0, deadline - ticker.nanos());
    }
}
