package interleave.cli;

import interleave.lab.Interruptible;
import interleave.lab.SteppedBench;
import interleave.lab.advice.Advice;
import interleave.lab.advice.Bench;
import interleave.lab.advice.Bench.NoAnswer;
import interleave.lab.advice.Entrant;
import interleave.lab.advice.Need;
import interleave.lab.advice.Seen;
import interleave.lab.advice.Study;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import interleave.record.HumanText;
import interleave.spec.RunSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Studies one model after the other, each within its part of the time. One thread, but for the interruption. */
final class Advising implements Interruptible {
    /** A model, and the run by which it is tried. */
    record Entry(Entrant entrant, RunSpec run) {}

    private final Need need;
    private final SteppedBench.Room room;
    private final List<Entry> entries;
    private final Duration within;
    private final LabSession session;
    private final List<Advice> finished = new ArrayList<>();
    private volatile Optional<String> signal = Optional.empty();
    private volatile Optional<SteppedBench> current = Optional.empty();

    Advising(Need need, SteppedBench.Room room, List<Entry> entries, Duration within, LabSession session) {
        this.need = need;
        this.room = room;
        this.entries = entries;
        this.within = within;
        this.session = session;
    }

    @Override
    public void interrupt(String name) {
        signal = Optional.of(name);
        current.ifPresent(SteppedBench::interrupt);
    }

    @Override
    public Optional<String> signal() {
        return signal;
    }

    /** Those that were finished, best first. */
    List<Advice> finished() {
        return Advice.bestFirst(finished);
    }

    /** Those that were not. */
    List<Entry> left() {
        return entries.subList(finished.size(), entries.size());
    }

    Duration elapsed() {
        return session.elapsed();
    }

    /** For each step the reason why it counts for nothing; empty for those that count. */
    List<Optional<String>> steps() {
        return room.spoiled();
    }

    /** Returns why it failed; empty if it did not. */
    Optional<String> run() throws InterruptedException {
        for (int i = 0; i < entries.size() && signal.isEmpty() && elapsed().compareTo(within) < 0; i++) {
            Entry entry = entries.get(i);
            Duration share = within.minus(elapsed()).dividedBy(entries.size() - i);
            try (SteppedBench bench =
                    new SteppedBench(room, need, entry.run(), Ticker.SYSTEM.nanos() + share.toNanos())) {
                current = Optional.of(bench);
                if (signal.isEmpty()) finished.add(Study.of(entry.entrant(), need, told(entry, bench)));
            } catch (NoAnswer e) {
                if (!e.stopped()) return Optional.of(entry.entrant().workload() + " FAILED: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The same bench, which says what it is at. */
    private Bench told(Entry entry, SteppedBench bench) {
        return new Bench() {
            @Override
            public Seen at(OptionalInt pool, double rate) throws NoAnswer, InterruptedException {
                session.output.progress(
                        elapsed(),
                        within,
                        finished.size() + " of " + entries.size() + " done, now "
                                + entry.entrant().workload()
                                + (pool.isPresent() ? ", pool " + pool.getAsInt() : "") + " at "
                                + HumanText.number(Reading.of(rate)) + "/s");
                return bench.at(pool, rate);
            }

            @Override
            public boolean late() {
                return bench.late();
            }
        };
    }
}
