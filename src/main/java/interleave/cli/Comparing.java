package interleave.cli;

import interleave.lab.Interleaving;
import interleave.lab.Laboratory;
import interleave.lab.Laboratory.Outcome;
import interleave.metric.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Carries a {@link Contest} out, repetition by repetition. One thread, which never waits for a reader. */
final class Comparing {
    private final Contest contest;
    private final Interleaving interleaving;
    private final Laboratory laboratory;
    private final ContestReport report;
    private final LabOutput output;
    private final Ticker ticker;
    private final long began;

    Comparing(
            Contest contest,
            Interleaving interleaving,
            Laboratory laboratory,
            ContestReport report,
            LabOutput output,
            Ticker ticker) {
        this.contest = contest;
        this.interleaving = interleaving;
        this.laboratory = laboratory;
        this.report = report;
        this.output = output;
        this.ticker = ticker;
        this.began = ticker.nanos();
    }

    /** Returns why it failed; empty if every repetition went as it should have. */
    Optional<String> run(Duration duration) throws InterruptedException {
        report.begin(contest, duration).forEach(output::line);
        Optional<String> failure = Optional.empty();
        OptionalInt next = interleaving.next(elapsed());
        while (next.isPresent() && failure.isEmpty()) {
            int candidate = next.getAsInt();
            String label = contest.label(candidate);
            output.progress(elapsed(), contest.rules().within(), interleaving.repetitions() + " done, now " + label);
            int number = interleaving.repetitions() + 1;
            switch (laboratory.repeat(
                    contest.entries().get(candidate).spec(), contest.rules().seed() + number)) {
                case Outcome.Measured(var repetition, var _) -> {
                    interleaving.add(candidate, repetition);
                    report.repetition(contest, candidate, number, repetition).ifPresent(output::line);
                }
                case Outcome.Failed(String why) -> failure = Optional.of(label + " FAILED: " + why);
                case Outcome.Interrupted() -> interleaving.stop();
            }
            next = interleaving.next(elapsed());
        }
        report.end(contest, interleaving, elapsed(), laboratory.signal()).forEach(output::line);
        failure.ifPresent(output::word);
        return failure;
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - began);
    }
}
