package interleave.lab;

import java.time.Duration;
import java.util.Set;

/**
 * When a comparison is precise enough, and what counts as a difference.
 *
 * @param precision the half-width that the intervals of ratios are to have, as in 0.05
 * @param margin by how much an interval must exclude 1 for a verdict, as in 0.01
 * @param within how long it may take in all
 * @param longest how long one repetition takes at most where nothing else keeps the machine busy
 * @param precise the quantities that are to be so precise
 * @param seed of the order and of the bootstrap
 */
public record Rules(
        double precision, double margin, Duration within, Duration longest, Set<Quantity> precise, long seed) {
    /**
     * The quantities that decide how long it takes unless more is asked for: far percentiles may never be as precise.
     */
    public static final Set<Quantity> USUAL = Set.of(Quantity.TASKS_PER_S, Quantity.CPU_US_PER_TASK);
}
