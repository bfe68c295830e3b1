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
import interleave.lab.stats.Bootstrap;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import interleave.record.HumanText;
import interleave.spec.RunSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Studies one model after the other, each within its part of the time. What is left of it goes to those that meet the
 * target, the best first: each is measured again in fresh processes, since one process is lucky or not as a whole. One
 * thread, but for the interruption.
 */
final class Advising implements Interruptible {
    /** A model, and the run by which it is tried. */
    record Entry(Entrant entrant, RunSpec run) {}

    /** Kept for the fresh processes, of a time that has room for both. */
    private static final double KEPT = 0.25;

    private static final Duration ROOM_FOR_BOTH = Duration.ofMinutes(1);

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
    List<Entry> notFinished() {
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
        Duration kept = within.compareTo(ROOM_FOR_BOTH) < 0
                ? Duration.ZERO
                : Duration.ofNanos((long) (KEPT * within.toNanos()));
        Duration least = SteppedBench.least(need.ratePerSecond());
        for (int i = 0; i < entries.size() && goesOn(least.plus(kept)); i++) {
            Entry entry = entries.get(i);
            Duration part = left().minus(kept).dividedBy(entries.size() - i);
            Optional<String> failure = measured(
                    entry,
                    part.compareTo(least) < 0 ? least : part,
                    bench -> finished.add(Study.of(entry.entrant(), need, told(entry, bench))));
            if (failure.isPresent()) return failure;
        }
        return again(least);
    }

    private Duration left() {
        return within.minus(elapsed());
    }

    private boolean goesOn(Duration takes) {
        return signal.isEmpty() && left().compareTo(takes) >= 0;
    }

    private interface Use {
        void of(SteppedBench bench) throws NoAnswer, InterruptedException;
    }

    private Optional<String> measured(Entry entry, Duration part, Use use) throws InterruptedException {
        long late = Ticker.SYSTEM.nanos() + part.toNanos();
        try (SteppedBench bench = new SteppedBench(room, need, entry.run(), late)) {
            current = Optional.of(bench);
            if (signal.isEmpty()) use.of(bench);
        } catch (NoAnswer e) {
            if (!e.stopped()) return Optional.of(entry.entrant().workload() + " FAILED: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Those that meet the target, in fresh processes; the best gets all that can tell an interval before the next. */
    private Optional<String> again(Duration least) throws InterruptedException {
        for (Advice found : finished()) {
            Entry entry = entries.get(finished.indexOf(found));
            for (int i = 0; found.meets() && i < Bootstrap.FEWEST && goesOn(least); i++) {
                int at = entries.indexOf(entry);
                Optional<String> failure = measured(
                        entry,
                        left(),
                        bench -> finished.set(
                                at,
                                finished.get(at)
                                        .with(told(entry, bench).at(found.pool(), need.ratePerSecond()), need)));
                if (failure.isPresent()) return failure;
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
