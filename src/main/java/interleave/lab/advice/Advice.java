package interleave.lab.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
 */
public record Advice(
        Entrant entrant,
        boolean meets,
        OptionalInt pool,
        Optional<Seen> highest,
        Optional<Seen> failedAt,
        Bound boundBy,
        Optional<Seen> asked,
        Optional<Larger> larger) {
    /**
     * A pool with more room.
     *
     * @param highestPerSecond the highest rate that it held
     */
    public record Larger(int pool, double highestPerSecond, Bound boundBy) {}

    public double highestPerSecond() {
        return highest.map(Seen::askedPerSecond).orElse(0.0);
    }

    private double cpuPerTask() {
        return asked.map(seen -> seen.cpuBusy() / seen.tasksPerSecond()).orElse(Double.MAX_VALUE);
    }

    /** Those that do before those that do not; of the former the cheaper in CPU first, of the latter the faster. */
    public static List<Advice> bestFirst(List<Advice> all) {
        Comparator<Advice> meets = Comparator.comparing(one -> !one.meets);
        return all.stream()
                .sorted(meets.thenComparing(one -> one.meets ? one.cpuPerTask() : -one.highestPerSecond()))
                .toList();
    }
}
