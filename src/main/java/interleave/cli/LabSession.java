package interleave.cli;

import interleave.lab.Interruptible;
import interleave.lab.Laboratory;
import interleave.lab.Laboratory.Outcome;
import interleave.lab.Repetition;
import interleave.metric.Ticker;
import interleave.spec.ExitStatus;
import interleave.spec.RunSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A command that measures for minutes, seen from outside: what it says on its way, how long it has gone on, what ends
 * it early, and its exit status. One thread.
 */
final class LabSession {
    /** Something that is measured, repetition by repetition, until it is enough. */
    interface Series {
        /** The candidate, or the point, to be measured next; empty when it is enough. */
        OptionalLong next(Duration elapsed);

        RunSpec run(long which);

        /** Its name in lines for people. */
        String label(long which);

        void add(long which, Repetition repetition);

        /** Whoever asked for it wants no more. */
        void stop();

        /** The number that was measured, spoiled ones included. */
        int repetitions();
    }

    final LabOutput output;
    private final Console console;
    private final Ticker ticker;
    private Optional<Interruptible> measurements = Optional.empty();
    private long began;

    LabSession(Console console, Ticker ticker) {
        this.console = console;
        this.ticker = ticker;
        this.output = new LabOutput(console.out(), console.err());
        this.began = ticker.nanos();
    }

    /** From now on the first signal, and that nobody reads any more, ends these early. */
    void begin(Interruptible measured) {
        measurements = Optional.of(measured);
        began = ticker.nanos();
        console.signals().askFirst(measured::interrupt);
        console.out().whenNobodyReads(() -> measured.interrupt("SIGPIPE"));
    }

    /** Since the beginning. */
    Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - began);
    }

    /** The name of what ended it early; empty if nothing did. */
    Optional<String> signal() {
        return measurements.flatMap(Interruptible::signal);
    }

    /**
     * Measures until it is enough. Returns why it failed; empty if every repetition went as it should have.
     *
     * @param within the time that it may take
     * @param seed of what is drawn by lot
     */
    Optional<String> measure(Series series, Laboratory laboratory, Duration within, long seed)
            throws InterruptedException {
        for (OptionalLong next = series.next(elapsed()); next.isPresent(); next = series.next(elapsed())) {
            long which = next.getAsLong();
            int done = series.repetitions();
            output.progress(elapsed(), within, done + " done, now " + series.label(which));
            switch (laboratory.repeat(series.run(which), seed + done + 1)) {
                case Outcome.Measured(var repetition, var _) -> series.add(which, repetition);
                case Outcome.Failed(String why) -> {
                    return Optional.of(series.label(which) + " FAILED: " + why);
                }
                case Outcome.Interrupted() -> series.stop();
            }
        }
        return Optional.empty();
    }

    /**
     * Tells what went wrong, has the rest read, and gives the exit status, unless this process dies of a signal.
     *
     * @param wrong a line each
     */
    int end(List<String> wrong) throws InterruptedException {
        wrong.forEach(output::word);
        output.end(() -> signal().isEmpty());
        console.signals().dieIfAsked();
        return wrong.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
