package interleave.cli;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.metric.Ticker;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Results and words of an experiment on their way: nobody who measures waits for their readers. What a reader who
 * pauses has not taken meanwhile comes at the end, nothing is left out. One thread gives.
 */
final class LabOutput {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int BAR = 20;

    private final CountDownLatch resultsSettled = new CountDownLatch(1);
    private final CountDownLatch wordsSettled = new CountDownLatch(1);
    private final Outlet results;
    private final Outlet words;
    private final Progress progress;
    private final List<String> waiting = new ArrayList<>();

    LabOutput(PrintStream out, PrintStream err) {
        results = new Outlet("results", out, resultsSettled::countDown);
        words = new Outlet("words", err, wordsSettled::countDown);
        progress = Progress.onTerminal(words::offerIfIdle);
    }

    /** A line of the results. */
    void line(String text) {
        if (!waiting.isEmpty() || !results.offer(text + "\n")) waiting.add(text + "\n");
    }

    /** A line for people. */
    void word(String text) {
        words.offer(progress.erased() + "interleave: " + text + "\n");
    }

    /** Tells how far it is, and how long it may still take. */
    void progress(Duration elapsed, Duration within, String text) {
        Duration left = within.minus(elapsed).isNegative() ? Duration.ZERO : within.minus(elapsed);
        int filled = (int) Math.min(BAR, BAR * elapsed.toMillis() / Math.max(1, within.toMillis()));
        progress.say("[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] at most " + left.toSeconds() + " s left; "
                + text);
    }

    /**
     * Has the rest read.
     *
     * @param patience whether to wait for a reader without a limit; that may change meanwhile
     */
    void end(BooleanSupplier patience) throws InterruptedException {
        words.end(List.of(progress.erased()));
        wordsSettled.await(PATIENCE.toNanos(), NANOSECONDS);
        results.end(waiting);
        long deadline = Ticker.SYSTEM.nanos() + PATIENCE.toNanos();
        while (!results.isSettled() && (patience.getAsBoolean() || Ticker.SYSTEM.nanos() < deadline))
            resultsSettled.await(PATIENCE.toNanos(), NANOSECONDS);
    }
}
