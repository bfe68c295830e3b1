package interleave.execution;

import interleave.metric.Ticker;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The lateness of an event loop: a timer of it is due every 25 ms, and comes so long after that. The loop runs the
 * timer, anyone may read, as often as they like: what is read stays.
 */
final class LoopLag {
    static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** So many times are kept. Each is later and less late than the one before it, so that a dozen tell of a day. */
    private static final int KEPT = 64;

    private final Ticker ticker;
    /** When a timer came and how late it was, in turns, oldest first; none that is older and no later than another. */
    private volatile long[] latest = {};

    private volatile long dueNanos;

    LoopLag(Ticker ticker) {
        this.ticker = ticker;
        dueNanos = ticker.nanos() + PERIOD_NANOS;
    }

    /** The timer has come. It is due again after a period. */
    void came() {
        long now = ticker.nanos();
        latest = with(now, now - dueNanos);
        dueNanos = now + PERIOD_NANOS;
    }

    private long[] with(long now, long lag) {
        long[] before = latest;
        int end = before.length;
        while (end > 0 && before[end - 1] <= lag) end -= 2;
        // The second takes the place of the first, and its lag, if there is no room: nothing gets lost.
        int from = end == 2 * KEPT ? 2 : 0;
        long[] next = Arrays.copyOfRange(before, from, end + 2);
        if (from > 0) next[1] = before[1];
        next[end - from] = now;
        next[end - from + 1] = lag;
        return next;
    }

    /**
     * The most since then, of one that is overdue now as well: a loop that is stuck is late so far.
     *
     * @param sinceNanos by the ticker; {@link Long#MIN_VALUE} for all of its life
     */
    long mostNanos(long sinceNanos) {
        long overdue = ticker.nanos() - dueNanos;
        long[] known = latest;
        for (int i = 0; i < known.length; i += 2)
            if (known[i] >= sinceNanos) return Math.max(0, Math.max(overdue, known[i + 1]));
        return Math.max(0, overdue);
    }
}
