package interleave.cli;

import interleave.lab.Interleaving;
import interleave.lab.Repetition;
import interleave.spec.RunSpec;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A {@link Contest} as a series of repetitions, of which each is told when it is over. One thread. */
record Comparing(Contest contest, Interleaving interleaving, ContestReport report, LabOutput output)
        implements LabSession.Series {
    @Override
    public OptionalLong next(Duration elapsed) {
        OptionalInt candidate = interleaving.next(elapsed);
        return candidate.isPresent() ? OptionalLong.of(candidate.getAsInt()) : OptionalLong.empty();
    }

    @Override
    public RunSpec run(long candidate) {
        return contest.entries().get((int) candidate).spec();
    }

    @Override
    public String label(long candidate) {
        return contest.label((int) candidate);
    }

    @Override
    public void add(long candidate, Repetition repetition) {
        interleaving.add((int) candidate, repetition);
        report.repetition(contest, (int) candidate, interleaving.repetitions(), repetition)
                .ifPresent(output::line);
    }

    @Override
    public void stop() {
        interleaving.stop();
    }

    @Override
    public int repetitions() {
        return interleaving.repetitions();
    }
}
