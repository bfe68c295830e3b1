package interleave.lab.advice;

import interleave.lab.stats.Bootstrap;
import interleave.lab.stats.Interval;
import interleave.lab.stats.Medians;
import interleave.lab.stats.Repeated;
import interleave.metric.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The answer for one model.
 *
 * @param meets whether it keeps the rate within the target
 * @param pool the smallest pool that does, or where none does, the one that was measured; empty of what has none
 * @param highest the highest rate that it held, with that pool; empty if it held none
 * @param failedAt the lowest rate that it did not hold; empty if none was tried
 * @param boundBy what keeps it from more
 * @param asked what was measured at the rate asked for, or at the highest where it does not hold that; empty if it held
 *     none
 * @param larger a larger pool, where the pool was what bound it
 * @param fresh measurements at the rate asked for, each in a process of its own, after the search; empty where there
 *     was no time for any
 */
public record Advice(
        Entrant entrant,
        boolean meets,
        OptionalInt pool,
        Optional<Seen> highest,
        Optional<Seen> failedAt,
        Bound boundBy,
        Optional<Seen> asked,
        Optional<Larger> larger,
        List<Seen> fresh) {
    public Advice {
        fresh = List.copyOf(fresh);
    }

    /**
     * A pool with more room.
     *
     * @param highestPerSecond the highest rate that it held
     */
    public record Larger(int pool, double highestPerSecond, Bound boundBy) {}

    /** False where no higher rate failed, as where there was no time to try one. */
    public boolean searched() {
        return failedAt.isPresent();
    }

    public double highestPerSecond() {
        return highest.map(Seen::askedPerSecond).orElse(0.0);
    }

    /** The same with one more measurement in a fresh process: it meets what most of them hold. */
    public Advice with(Seen more, Need need) {
        List<Seen> all = new ArrayList<>(fresh);
        all.add(more);
        boolean most = 2 * held(all, need) > all.size();
        return new Advice(entrant, most, pool, highest, failedAt, boundBy, asked, larger, all);
    }

    /** The same with a larger pool. */
    Advice with(Larger more) {
        return new Advice(entrant, meets, pool, highest, failedAt, boundBy, asked, Optional.of(more), fresh);
    }

    /** The number of fresh processes that held the rate. */
    public int held(Need need) {
        return held(fresh, need);
    }

    private static int held(List<Seen> all, Need need) {
        return (int) all.stream().filter(seen -> seen.holds(need)).count();
    }

    /** The median over fresh processes; where there are none, of that of the search. Empty if it held no rate. */
    public Optional<Reading> of(Function<Seen, Reading> value) {
        double[] all = values(value);
        return all.length == 0 ? asked.map(value) : Optional.of(Reading.of(Medians.median(all)));
    }

    /** The 95 % interval of that, over fresh processes; empty of fewer than can tell one. */
    public Optional<Interval> interval(Function<Seen, Reading> value) {
        double[] all = values(value);
        if (all.length < Bootstrap.FEWEST) return Optional.empty();
        List<Repeated> repeated = new ArrayList<>();
        for (double one : all) repeated.add(Repeated.whole(one));
        return Optional.of(Bootstrap.ofMedian(repeated, 1));
    }

    private double[] values(Function<Seen, Reading> value) {
        return fresh.stream()
                .map(value)
                .filter(Reading::present)
                .mapToDouble(reading -> reading.orElse(0))
                .toArray();
    }

    private double cpuPerTask() {
        return of(seen -> Reading.of(seen.cpuBusy() / seen.tasksPerSecond()))
                .map(reading -> reading.orElse(Double.MAX_VALUE))
                .orElse(Double.MAX_VALUE);
    }

    /** Those that do before those that do not; of the former the cheaper in CPU first, of the latter the faster. */
    public static List<Advice> bestFirst(List<Advice> all) {
        Comparator<Advice> meets = Comparator.comparing(one -> !one.meets);
        return all.stream()
                .sorted(meets.thenComparing(one -> one.meets ? one.cpuPerTask() : -one.highestPerSecond()))
                .toList();
    }
}
