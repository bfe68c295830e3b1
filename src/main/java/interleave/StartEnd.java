package interleave;

import interleave.metric.Ticker;
import java.util.concurrent.TimeUnit;

/**
 * The end of the start: something that is done once, as soon as the first seconds are over, in which whoever looks and
 * presses keys is not to wait for it. One thread.
 */
final class StartEnd {
    static final long SECONDS = 6;

    private final Ticker ticker;
    private final Runnable once;
    private final long begunNanos;
    private boolean done;

    StartEnd(Ticker ticker, Runnable once) {
        this.ticker = ticker;
        this.once = once;
        this.begunNanos = ticker.nanos();
    }

    /** Called now and then. */
    void look() {
        if (done || ticker.nanos() - begunNanos < TimeUnit.SECONDS.toNanos(SECONDS)) return;
        done = true;
        once.run();
    }
}
