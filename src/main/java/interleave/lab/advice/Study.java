package interleave.lab.advice;

import interleave.lab.advice.Bench.NoAnswer;
import interleave.spec.Limits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the answer for one model: its smallest pool if it has one, its highest rate, and what bounds it. */
public final class Study {
    /** So much more than Little's law takes at a rate, for what queues. */
    private static final double ROOM = 1.3;

    private final Need need;
    private final Bench bench;
    private final Entrant entrant;

    private Study(Need need, Bench bench, Entrant entrant) {
        this.need = need;
        this.bench = bench;
        this.entrant = entrant;
    }

    /** @throws NoAnswer where a measurement failed, or somebody wants no more */
    public static Advice of(Entrant entrant, Need need, Bench bench) throws NoAnswer, InterruptedException {
        return new Study(need, bench, entrant).advice();
    }

    private Advice advice() throws NoAnswer, InterruptedException {
        if (entrant.threads() != Entrant.Threads.POOL) return withThreads();
        PoolSearch pools = new PoolSearch(need, bench);
        pools.run(PoolSearch.suggested(need));
        if (pools.smallest().isEmpty()) return withPool(PoolSearch.suggested(need), Optional.empty());
        Advice smallest = withPool(pools.smallest().getAsInt(), pools.atSmallest());
        return smallest.boundBy() == Bound.POOL && !bench.late() ? withLarger(smallest) : smallest;
    }

    private Advice withThreads() throws NoAnswer, InterruptedException {
        OptionalInt threads = entrant.threads() == Entrant.Threads.ONE ? OptionalInt.of(1) : OptionalInt.empty();
        double most = threads.isPresent() ? 1 / need.taskSeconds() : Double.POSITIVE_INFINITY;
        if (need.ratePerSecond() > 1.5 * most)
            return searched(OptionalInt.empty(), threads, Optional.empty(), 0.7 * most);
        Seen asked = bench.at(OptionalInt.empty(), need.ratePerSecond());
        return searched(OptionalInt.empty(), threads, Optional.of(asked), guess(asked, threads));
    }

    /** @param asked what was measured with it at the rate asked for */
    private Advice withPool(int size, Optional<Seen> asked) throws NoAnswer, InterruptedException {
        OptionalInt pool = OptionalInt.of(size);
        Seen seen = asked.isPresent() ? asked.get() : bench.at(pool, need.ratePerSecond());
        return searched(pool, pool, Optional.of(seen), guess(seen, pool));
    }

    private Advice searched(OptionalInt pool, OptionalInt threads, Optional<Seen> asked, double guess)
            throws NoAnswer, InterruptedException {
        RateSearch rates = new RateSearch(need, bench, pool);
        asked.ifPresent(rates::knows);
        rates.run(guess);
        boolean meets = asked.filter(seen -> seen.holds(need)).isPresent();
        Optional<Seen> full = rates.failed().or(rates::highest);
        return new Advice(
                entrant,
                meets,
                pool,
                rates.highest(),
                rates.failed(),
                full.map(seen -> Bound.of(need, seen, threads)).orElse(Bound.NONE),
                meets ? asked : rates.highest(),
                Optional.empty(),
                List.of());
    }

    /** A pool for as much as the CPUs, or the connections, allow; where there can be none, without it. */
    private Advice withLarger(Advice smallest) throws NoAnswer, InterruptedException {
        double rate = guess(smallest.asked().orElseThrow(), OptionalInt.empty());
        int size = (int) Math.min(Limits.MOST_THREADS, Math.ceil(rate * need.taskSeconds() * ROOM));
        if (size <= smallest.pool().getAsInt() * 1.1) return smallest;
        try {
            Advice more = searched(OptionalInt.of(size), OptionalInt.of(size), Optional.empty(), rate);
            return smallest.with(new Advice.Larger(size, more.highestPerSecond(), more.boundBy()));
        } catch (NoAnswer e) {
            if (e.stopped()) throw e;
            return smallest;
        }
    }

    /** The highest rate by what a task was seen to take of CPU, by connections, and by threads: nine tenths of it. */
    private double guess(Seen seen, OptionalInt threads) {
        double most = seen.tasksPerSecond() / Math.max(seen.cpuBusy(), 0.001);
        if (threads.isPresent()) most = Math.min(most, threads.getAsInt() / need.taskSeconds());
        if (need.connections().isPresent() && need.waitSeconds() > 0)
            most = Math.min(most, need.connections().getAsInt() / need.waitSeconds());
        return 0.92 * most;
    }
}
