package interleave.state;

import interleave.metric.Reading;
import interleave.run.WorkMetrics;
import interleave.screen.Numbers;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Limits;
import interleave.spec.Load;
import interleave.spec.Proves.Question;

/** Other loads than the one at hand, within reason. Pure. */
final class Loads {
    /** The rate offered first to a workload that has never run: little enough for any. */
    private static final double FIRST_PER_SECOND = 100;

    private Loads() {}

    /**
     * A closed load becomes an open one at constant distances, that one at random ones, and that the closed one again.
     */
    static Load other(WorkloadCell slot) {
        if (slot.load() instanceof Load.Open(double rate, Arrival arrival))
            return arrival == Arrival.CONSTANT ? new Load.Open(rate, Arrival.POISSON) : slot.closed();
        return new Load.Open(sustained(slot));
    }

    /** The rate that the closed load achieved, in two figures and not more, so that it can be kept up. */
    private static double sustained(WorkloadCell slot) {
        if (slot.run().isEmpty()) return FIRST_PER_SECOND;
        Reading achieved = slot.run().get().readings().of(WorkMetrics.TASKS_PER_S);
        if (!(achieved instanceof Reading.Value(double value))) return FIRST_PER_SECOND;
        double step = 1;
        while (value / step >= 100) step *= 10;
        return Math.clamp(Math.floor(value / step) * step, 1, Limits.MOST_PER_S);
    }

    /** The meaning of a load to a workload that does not simply do so much more at once; empty where it does. */
    static String peculiar(WorkloadCell slot, Load load) {
        String name = slot.info().workload() + ": ";
        boolean one = slot.info().workload().model().equals("single");
        if (one && load instanceof Load.Closed(int many) && many > 1)
            return name + Numbers.count(many) + " tasks in flight; its one thread does one, the others wait";
        if (slot.info().proves().question() == Question.CPU_WAIT
                && slot.info().knobs().contains(Knob.POOL))
            return name + words(load) + "; its " + slot.value(Knob.POOL)
                    + " threads stay: tab to pool size, then + turns them";
        return slot.live() ? "" : name + words(load) + " at its next start";
    }

    /** In words, with what is peculiar to it. */
    static String words(Load load) {
        if (load instanceof Load.Closed(int concurrency))
            return "closed load, " + Numbers.count(concurrency) + " in flight";
        if (load instanceof Load.Open(double rate, Arrival arrival))
            return "open load, " + Numbers.count(rate) + " starts/s at " + words(arrival);
        throw new MatchException(null, null);
    }

    private static String words(Arrival arrival) {
        return arrival == Arrival.CONSTANT ? "constant distances" : "random distances (Poisson)";
    }

    static Load doubled(Load load) {
        if (load instanceof Load.Closed(int concurrency))
            return new Load.Closed((int) Math.min(Limits.MOST_IN_FLIGHT, concurrency * 2L));
        if (load instanceof Load.Open(double rate, Arrival arrival))
            return new Load.Open(Math.min(Limits.MOST_PER_S, rate * 2), arrival);
        throw new MatchException(null, null);
    }

    static Load halved(Load load) {
        if (load instanceof Load.Closed(int concurrency)) return new Load.Closed(Math.max(1, concurrency / 2));
        if (load instanceof Load.Open(double rate, Arrival arrival))
            return new Load.Open(Math.max(1, rate / 2), arrival);
        throw new MatchException(null, null);
    }
}
