package interleave.lab.advice;

import interleave.lab.advice.Bench.NoAnswer;
import interleave.spec.Limits;
import java.util.Optional;
import java.util.OptionalInt;

/** The highest rate that a model holds: bracketed by ratio, then bisected by ratio. Every rate is measured. */
final class RateSearch {
    /** Guesses are good: what is looked for is near. Each further step is the square of the one before. */
    private static final double FIRST_STEP = 1.12;

    private static final double LONGEST_STEP = 4;

    /** So near to the truth: half the distance of what holds and what does not is 2.5 %. */
    private static final double NEAR = 1.05;

    private final Need need;
    private final Bench bench;
    private final OptionalInt pool;
    private Optional<Seen> highest = Optional.empty();
    private Optional<Seen> failed = Optional.empty();
    private double step = FIRST_STEP;

    RateSearch(Need need, Bench bench, OptionalInt pool) {
        this.need = need;
        this.bench = bench;
        this.pool = pool;
    }

    /** The highest that held; empty if none did. */
    Optional<Seen> highest() {
        return highest;
    }

    /** The lowest that did not hold. */
    Optional<Seen> failed() {
        return failed;
    }

    /** Takes in what was measured already. */
    void knows(Seen seen) {
        if (seen.holds(need)) {
            if (highest.isEmpty() || seen.askedPerSecond() > highest.get().askedPerSecond())
                highest = Optional.of(seen);
        } else if (failed.isEmpty() || seen.askedPerSecond() < failed.get().askedPerSecond()) {
            failed = Optional.of(seen);
        }
        // Near the limit luck decides: what held above what did not is not held safely.
        if (highest.isPresent()
                && failed.isPresent()
                && highest.get().askedPerSecond() >= failed.get().askedPerSecond()) {
            if (seen.holds(need)) failed = Optional.empty();
            else highest = Optional.empty();
        }
    }

    /** @param guess where to begin */
    void run(double guess) throws NoAnswer, InterruptedException {
        double next = clamped(guess, failed.isPresent() || highest.isPresent());
        for (int first = 0; !done() && (first == 0 && highest.isEmpty() || !bench.late()); first++) {
            knows(bench.at(pool, next));
            next = next();
        }
    }

    private boolean done() {
        boolean lowEnough =
                failed.filter(seen -> seen.askedPerSecond() <= Need.LEAST_PER_S).isPresent();
        boolean highEnough = highest.filter(seen -> seen.askedPerSecond() >= Limits.MOST_PER_S)
                .isPresent();
        return lowEnough
                || highEnough
                || highest.isPresent()
                        && failed.isPresent()
                        && failed.get().askedPerSecond() <= NEAR * highest.get().askedPerSecond();
    }

    private double next() {
        if (failed.isEmpty())
            return Math.min(Limits.MOST_PER_S, highest.orElseThrow().askedPerSecond() * longer());
        double top = failed.get().askedPerSecond();
        if (highest.isEmpty()) return Math.max(Need.LEAST_PER_S, kept(failed.get()) * top / longer());
        return Math.sqrt(top * highest.get().askedPerSecond());
    }

    private double longer() {
        double now = step;
        step = Math.min(LONGEST_STEP, step * step);
        return now;
    }

    /** A model that did not keep up has shown how much it does at most. */
    private static double kept(Seen seen) {
        return Math.clamp(seen.tasksPerSecond() / seen.offeredPerSecond(), 0.05, 1);
    }

    /** Within what is known already. */
    private double clamped(double guess, boolean known) {
        double inside = Math.clamp(guess, Need.LEAST_PER_S, Limits.MOST_PER_S);
        if (!known) return inside;
        if (failed.isPresent() && inside >= failed.get().askedPerSecond()) return next();
        return highest.isPresent() && inside <= highest.get().askedPerSecond() ? next() : inside;
    }
}
