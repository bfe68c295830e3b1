package interleave.lab.advice;

import interleave.lab.advice.Bench.NoAnswer;
import interleave.lab.stats.Queueing;
import interleave.spec.Limits;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The smallest pool that holds the rate: begun where the theory of queues has it, then bracketed and bisected by ratio.
 * Each size is measured.
 */
final class PoolSearch {
    /**
     * No larger one is looked for than so many times what Little's law takes, nor than a pool may be: if that does not
     * do, threads do not.
     */
    private static final int MOST_TIMES = 4;

    private static final int MOST_BESIDES = 16;

    /** Of sizes that are so near, the larger one is as good. */
    private static final double NEAR = 1.05;

    private static final double STEP = 1.3;

    private final Need need;
    private final Bench bench;
    private Optional<Seen> atSmallest = Optional.empty();
    private OptionalInt smallest = OptionalInt.empty();
    private int tooSmall;

    PoolSearch(Need need, Bench bench) {
        this.need = need;
        this.bench = bench;
        // With fewer, all are busy and the queue grows.
        tooSmall = Math.min((int) Math.ceil(need.inFlight()), most(need)) - 1;
    }

    /** The smallest that held; empty if none did. */
    OptionalInt smallest() {
        return smallest;
    }

    Optional<Seen> atSmallest() {
        return atSmallest;
    }

    /** The size at which exponential service times would keep the p99: those here are nearly equal, and need less. */
    static int suggested(Need need) {
        double left = (need.p99Millis() / 1e3 - need.taskSeconds()) / need.taskSeconds();
        int size = Math.clamp((int) Math.floor(need.inFlight()) + 1, 1, most(need));
        while (new Queueing(size, need.inFlight()).waitOfAllBut(0.01) > left && size < most(need)) size++;
        return size;
    }

    private static int most(Need need) {
        return (int) Math.min(Limits.MOST_THREADS, Math.ceil(need.inFlight()) * MOST_TIMES + MOST_BESIDES);
    }

    void run(int guess) throws NoAnswer, InterruptedException {
        int next = Math.clamp(guess, tooSmall + 1, most(need));
        for (int first = 0; first == 0 || !done() && !bench.late(); first++) {
            Seen seen = bench.at(OptionalInt.of(next), need.ratePerSecond());
            if (seen.holds(need)) {
                smallest = OptionalInt.of(next);
                atSmallest = Optional.of(seen);
            } else tooSmall = next;
            if (!seen.holds(need) && hopeless(seen)) return;
            next = next();
        }
    }

    /** More threads get no more of CPUs that are full. */
    private boolean hopeless(Seen seen) {
        return Bound.of(need, seen, OptionalInt.empty()) != Bound.NONE
                && seen.tasksPerSecond() < 0.9 * seen.offeredPerSecond();
    }

    private boolean done() {
        if (smallest.isEmpty()) return tooSmall >= most(need);
        return smallest.getAsInt() <= Math.max(tooSmall + 1, (int) (tooSmall * NEAR));
    }

    private int next() {
        if (smallest.isEmpty()) return Math.min(most(need), Math.max(tooSmall + 1, (int) Math.ceil(tooSmall * STEP)));
        int between = (int) Math.round(Math.sqrt((double) Math.max(1, tooSmall) * smallest.getAsInt()));
        return Math.clamp(between, tooSmall + 1, Math.max(tooSmall + 1, smallest.getAsInt() - 1));
    }
}
