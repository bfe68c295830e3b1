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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The place where one model is measured, for a time. */
    interface Place extends Bench, AutoCloseable {
        /** From any thread. */
        void interrupt();

        @Override
        void close();
    }

    /** Where models are measured. */
    interface Places {
        /**
         * @param lateNanos when its part of the time is up, by the system's ticker
         * @param endNanos when all of the time is: what is measured by then is given up
         */
        Place open(RunSpec run, long lateNanos, long endNanos);

        /** For each step the reason why it counts for nothing; empty for those that count. */
        List<Optional<String>> spoiled();
    }

    /** Kept for the fresh processes, of a time that has room for both. */
    private static final double KEPT = 0.25;

    /** Until the last processes have ended, and the results are told. */
    private static final Duration CLOSING = Duration.ofMillis(300);

    private static final Duration ROOM_FOR_BOTH = Duration.ofMinutes(1);

    private final Need need;
    private final Places places;
    private final List<Entry> entries;
    private final Duration within;
    private final LabSession session;
    private final Map<Entry, Advice> finished = new LinkedHashMap<>();
    private final Map<Entry, String> failed = new LinkedHashMap<>();
    private volatile Optional<String> signal = Optional.empty();
    private volatile Optional<Place> current = Optional.empty();

    Advising(Need need, Places places, List<Entry> entries, Duration within, LabSession session) {
        this.need = need;
        this.places = places;
        this.entries = entries;
        this.within = within;
        this.session = session;
    }

    @Override
    public void interrupt(String name) {
        signal = Optional.of(name);
        current.ifPresent(Place::interrupt);
    }

    @Override
    public Optional<String> signal() {
        return signal;
    }

    /** Those that were finished, best first. */
    List<Advice> finished() {
        return Advice.bestFirst(List.copyOf(finished.values()));
    }

    /** Those that were not. */
    List<Entry> notFinished() {
        return entries.stream().filter(entry -> !finished.containsKey(entry)).toList();
    }

    Duration elapsed() {
        return session.elapsed();
    }

    /** For each step the reason why it counts for nothing; empty for those that count. */
    List<Optional<String>> steps() {
        return places.spoiled();
    }

    /** Returns why models failed, a line for each that did; the others go on. */
    List<String> run() throws InterruptedException {
        Duration kept = within.compareTo(ROOM_FOR_BOTH) < 0
                ? Duration.ZERO
                : Duration.ofNanos((long) (KEPT * within.toNanos()));
        Duration least = SteppedBench.least(need.ratePerSecond());
        for (int i = 0; i < entries.size() && goesOn(least.plus(kept)); i++) {
            Entry entry = entries.get(i);
            Duration part = left().minus(kept).dividedBy(entries.size() - i);
            measured(
                    entry,
                    part.compareTo(least) < 0 ? least : part,
                    bench -> finished.put(entry, Study.of(entry.entrant(), need, told(entry, bench))));
        }
        again(least);
        return List.copyOf(failed.values());
    }

    private long done() {
        return entries.stream()
                .filter(entry -> finished.containsKey(entry) || failed.containsKey(entry))
                .count();
    }

    private Duration left() {
        return within.minus(elapsed());
    }

    private boolean goesOn(Duration takes) {
        return signal.isEmpty() && left().compareTo(takes) >= 0;
    }

    private interface Use {
        void of(Bench bench) throws NoAnswer, InterruptedException;
    }

    private void measured(Entry entry, Duration part, Use use) throws InterruptedException {
        long now = Ticker.SYSTEM.nanos();
        long end = now + left().minus(CLOSING).toNanos();
        try (Place bench = places.open(entry.run(), now + part.toNanos(), end)) {
            current = Optional.of(bench);
            if (signal.isEmpty()) use.of(bench);
        } catch (NoAnswer e) {
            if (!e.stopped()) failed.put(entry, entry.entrant().workload() + " FAILED: " + e.getMessage());
        }
    }

    /** Those that meet the target, in fresh processes; the best gets all that can tell an interval before the next. */
    private void again(Duration least) throws InterruptedException {
        for (Advice found : finished()) {
            Entry entry = entries.stream()
                    .filter(one -> one.entrant().equals(found.entrant()))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; found.meets() && i < Bootstrap.FEWEST && !failed.containsKey(entry) && goesOn(least); i++)
                measured(
                        entry,
                        left(),
                        bench -> finished.put(
                                entry,
                                finished.get(entry)
                                        .with(told(entry, bench).at(found.pool(), need.ratePerSecond()), need)));
        }
    }

    /** The same bench, which says what it is at. */
    private Bench told(Entry entry, Bench bench) {
        return new Bench() {
            @Override
            public Seen at(OptionalInt pool, double rate) throws NoAnswer, InterruptedException {
                session.output.progress(
                        elapsed(),
                        within,
                        done() + " of " + entries.size() + " done, now "
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
