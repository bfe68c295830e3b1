package interleave.lab.advice;

import interleave.lab.stats.Queueing;
import interleave.metric.Reading;
import interleave.run.RunReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A machine as the theory of queues has it: a pool's p99 is that of M/M/c, CPUs are full where the tasks take all of
 * their time, connections bound the rate, and what is beyond grows without end.
 */
class Theory implements Bench {
    static final RunReadings NOTHING =
            RunReadings.missing(new Reading.Absent(Reading.Why.WARMING_UP, "there is no machine"));

    private final Need need;
    private final double cpus;
    private final double cpuSeconds;
    final List<String> asked = new ArrayList<>();
    int lateAfter = Integer.MAX_VALUE;

    /** @param cpuSeconds what a task takes of CPU, with all that goes with it */
    Theory(Need need, double cpus, double cpuSeconds) {
        this.need = need;
        this.cpus = cpus;
        this.cpuSeconds = cpuSeconds;
    }

    @Override
    public boolean late() {
        return asked.size() >= lateAfter;
    }

    @Override
    public Seen at(OptionalInt pool, double rate) throws NoAnswer {
        asked.add(pool + "@" + rate);
        double most = cpus / cpuSeconds;
        if (pool.isPresent()) most = Math.min(most, pool.getAsInt() / need.taskSeconds());
        if (need.connections().isPresent())
            most = Math.min(most, need.connections().getAsInt() / need.waitSeconds());
        double done = Math.min(rate, most);
        return new Seen(
                rate,
                rate,
                done,
                rate >= most ? Reading.of(5000) : Reading.of(1e3 * (need.taskSeconds() + wait(pool, rate))),
                done * cpuSeconds / cpus,
                0,
                Theory.NOTHING);
    }

    private double wait(OptionalInt pool, double rate) {
        double threads = pool.isEmpty()
                ? 0
                : new Queueing(pool.getAsInt(), rate * need.taskSeconds()).waitOfAllBut(0.01) * need.taskSeconds();
        double cpu = new Queueing((int) cpus, rate * cpuSeconds).waitOfAllBut(0.01) * cpuSeconds;
        return threads + cpu;
    }

    /** The smallest pool that the theory itself has for it, by trying all. */
    int smallestPool() throws NoAnswer {
        for (int size = 1; ; size++)
            if (at(OptionalInt.of(size), need.ratePerSecond()).holds(need)) return size;
    }

    /** The highest rate that it holds, to a thousandth. */
    double highest(OptionalInt pool) throws NoAnswer {
        double low = 1;
        double high = 1e6;
        while (high / low > 1.001) {
            double between = Math.sqrt(low * high);
            if (at(pool, between).holds(need)) low = between;
            else high = between;
        }
        return low;
    }
}
