package interleave;

import interleave.kernel.StartPages;
import interleave.metric.Readings;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The end of the start: once the first seconds are over, in which whoever looks and presses keys is not to wait for it,
 * and a sample has been handed on, something is done once. One thread.
 */
final class StartEnd implements Consumer<Readings> {
    static final long SECONDS = 6;

    private final Ticker ticker;
    private final Consumer<Readings> samples;
    private final Runnable once;
    private final long begunNanos;
    private boolean done;

    StartEnd(Ticker ticker, Consumer<Readings> samples, Runnable once) {
        this.ticker = ticker;
        this.samples = samples;
        this.once = once;
        this.begunNanos = ticker.nanos();
    }

    /** Hands samples on, and gives back what the start alone needed. */
    static Consumer<Readings> behind(Consumer<Readings> samples) {
        return new StartEnd(Ticker.SYSTEM, samples, () -> StartPages.giveBack(Path.of("/proc")));
    }

    @Override
    public void accept(Readings sample) {
        samples.accept(sample);
        if (done || ticker.nanos() - begunNanos < TimeUnit.SECONDS.toNanos(SECONDS)) return;
        done = true;
        once.run();
    }
}
