package interleave.lab;

import interleave.lab.stats.Bootstrap;
import interleave.lab.stats.Interval;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which candidate is measured next, and when it is enough: rounds of all of them, each in an order drawn by lot, until
 * the intervals are as narrow as the rules ask or the time is up. A repetition that noise has spoiled is done again in
 * a later round, among the others: noise that lasts would else have one candidate alone in its time.
 * The first candidate is the base. One thread.
 */
public final class Interleaving {
    /** Why it ended. */
    public enum End {
        PRECISE("precision"),
        TIME("time"),
        STOPPED("stopped");

        /** As results have it. */
        public final String key;

        End(String key) {
            this.key = key;
        }
    }

    /** More would gain little. */
    private static final int MOST_ROUNDS = 200;

    /** The next look is after so many times the rounds: the less a round adds, the less often it is asked. */
    private static final double LOOKS = 1.15;

    private final Rules rules;
    private final TimeLimit limit;
    private final Random lot;
    private final List<List<Repetition>> good = new ArrayList<>();
    private final List<String> spoiled = new ArrayList<>();
    private final boolean anyKnown;
    private final Set<Integer> measured;
    private final Deque<Integer> round = new ArrayDeque<>();
    /** Those of which a repetition was spoiled: they are twice in the next round. */
    private final Set<Integer> owed = new TreeSet<>();

    private int rounds;
    private int nextLook = Bootstrap.FEWEST;
    private int done;
    private Optional<End> end = Optional.empty();

    /**
     * @param known what there is of each candidate already, as from a file
     * @param measured those that are to be measured
     */
    public Interleaving(List<List<Repetition>> known, Set<Integer> measured, Rules rules) {
        known.forEach(repetitions -> good.add(new ArrayList<>(repetitions)));
        this.anyKnown = known.stream().anyMatch(repetitions -> !repetitions.isEmpty());
        this.measured = Set.copyOf(measured);
        this.rules = rules;
        this.limit = new TimeLimit(rules.within(), rules.longest(), measured.size());
        this.lot = new Random(rules.seed());
    }

    /** The next candidate; empty when it is enough. */
    public OptionalInt next(Duration elapsed) {
        if (end.isPresent()) return OptionalInt.empty();
        boolean late = limit.isTooLate(elapsed, done);
        if (late) end = Optional.of(End.TIME);
        else if (round.isEmpty()) newRound();
        // A round that was just finished can be enough although the time is up.
        if (late && round.isEmpty() && precise()) end = Optional.of(End.PRECISE);
        return end.isPresent() ? OptionalInt.empty() : OptionalInt.of(round.removeFirst());
    }

    private void newRound() {
        if (rounds >= nextLook) {
            nextLook = Math.max(rounds + 1, (int) (rounds * LOOKS));
            if (precise()) end = Optional.of(End.PRECISE);
        }
        if (end.isPresent()) return;
        if (rounds >= MOST_ROUNDS) end = Optional.of(End.TIME);
        if (end.isPresent()) return;
        rounds++;
        List<Integer> order = new ArrayList<>(measured);
        order.addAll(owed);
        owed.clear();
        Collections.sort(order);
        Collections.shuffle(order, lot);
        round.addAll(order);
    }

    /** Takes in what was measured of a candidate. */
    public void add(int candidate, Repetition repetition) {
        done++;
        Optional<String> why = repetition.noise().spoils();
        if (why.isEmpty()) {
            good.get(candidate).add(repetition);
        } else {
            spoiled.add(why.get());
            owed.add(candidate);
        }
    }

    /** Whoever asked for it wants no more. */
    public void stop() {
        if (end.isEmpty()) end = Optional.of(End.STOPPED);
    }

    /** Why it ended; empty while it goes on. */
    public Optional<End> end() {
        return end;
    }

    public int repetitions() {
        return done;
    }

    /** The reasons for which repetitions count for nothing, one each. */
    public List<String> spoiled() {
        return List.copyOf(spoiled);
    }

    /** Those that count. */
    public List<Repetition> of(int candidate) {
        return List.copyOf(good.get(candidate));
    }

    /** Why nothing can be told on this machine; empty if something can. */
    public Optional<String> tooNoisy() {
        boolean few = good.stream().anyMatch(repetitions -> repetitions.size() < Bootstrap.FEWEST);
        if (!few || spoiled.isEmpty() || spoiled.size() * 2 < done) return Optional.empty();
        return Optional.of("too noisy: " + spoiled.getLast() + "; " + spoiled.size() + " of " + done
                + " repetitions were spoiled");
    }

    /** Every quantity of every candidate against the base: quantity by quantity. */
    public List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>();
        for (Quantity quantity : Quantity.values())
            for (int candidate = 1; candidate < good.size(); candidate++)
                all.add(Comparison.of(quantity, candidate, sides(candidate), rules));
        return all;
    }

    /** The quantities that are to be precise, and are not. */
    public List<Comparison> imprecise() {
        return imprecise(Comparison::of);
    }

    private interface Comparing {
        Comparison of(Quantity quantity, int candidate, Comparison.Sides sides, Rules rules);
    }

    private List<Comparison> imprecise(Comparing by) {
        List<Comparison> wide = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            if (!rules.precise().contains(quantity)) continue;
            for (int candidate = 1; candidate < good.size(); candidate++) {
                Comparison now = by.of(quantity, candidate, sides(candidate), rules);
                if (!precise(now)) wide.add(now);
            }
        }
        return wide;
    }

    /** Repetitions that come from a file were measured at another time. */
    private Comparison.Sides sides(int candidate) {
        return new Comparison.Sides(good.getFirst(), good.get(candidate), !anyKnown);
    }

    private boolean precise() {
        return good.stream().allMatch(repetitions -> repetitions.size() >= Bootstrap.FEWEST)
                && imprecise(Comparison::roughly).isEmpty()
                && imprecise(Comparison::of).isEmpty();
    }

    /** By the ratio itself: 5 % of a ratio of 2 are 0.1. */
    private boolean precise(Comparison comparison) {
        if (comparison.repetitions() < Bootstrap.FEWEST) return false;
        Optional<Interval> ratio = comparison.ratio();
        // A number without a ratio gets none by more repetitions.
        return ratio.isEmpty()
                || ratio.get().halfWidth() <= rules.precision() * ratio.get().middle();
    }
}
