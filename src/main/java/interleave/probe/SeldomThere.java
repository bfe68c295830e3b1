package interleave.probe;

import interleave.metric.Ticker;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that few machines have, as a limit on this process. Where it is not, nobody looks for it in each tick: it
 * is seen within {@link #PATIENCE_NANOS} of being made. What is there is read each time. One thread.
 */
final class SeldomThere<T> {
    static final long PATIENCE_NANOS = 5_000_000_000L;

    /** Gives what is there, or nothing. */
    @FunctionalInterface
    interface Source<T> {
        Optional<T> read() throws IOException;
    }

    private final Source<T> source;
    private final Ticker ticker;
    private OptionalLong missedNanos = OptionalLong.empty();

    SeldomThere(Source<T> source, Ticker ticker) {
        this.source = source;
        this.ticker = ticker;
    }

    Optional<T> read() throws IOException {
        long now = ticker.nanos();
        if (missedNanos.isPresent() && now - missedNanos.getAsLong() < PATIENCE_NANOS) return Optional.empty();
        Optional<T> found = source.read();
        missedNanos = found.isPresent() ? OptionalLong.empty() : OptionalLong.of(now);
        return found;
    }
}
