package interleave.panel;

import interleave.screen.Numbers;
import interleave.spec.Knob;
import interleave.spec.Load;
import java.util.List;
import java.util.Optional;

/** Little's law: what is in flight is what starts per second, times how long each takes. Pure. */
final class LittlesLaw {
    private LittlesLaw() {}

    /** Of a pool that has more tasks in flight than threads. */
    static Optional<Headline> full(Evidence one) {
        return overfull(one) ? Optional.of(full(one, "", "")) : Optional.empty();
    }

    /** The same beside what has no such limit, where that does little more for another reason, such as full cores. */
    static Optional<Headline> full(Evidence one, Evidence other) {
        if (!overfull(one) || overfull(other)) return Optional.empty();
        return Optional.of(full(
                one,
                "; " + other.name() + " " + other.perSecond() + ", p99 " + other.time(other.p99()),
                "; " + other.model() + " " + other.perSecond()));
    }

    private static Headline full(Evidence one, String beside, String besideInShort) {
        long pool = one.cell().value(Knob.POOL);
        long load = ((Load.Closed) one.load()).concurrency();
        String law = one.perSecond() + " x " + one.time(one.service()) + " = "
                + Numbers.count(Math.rint(one.tasks() * one.service().orElse(0) / 1e3)) + " in flight";
        String taken = ": its " + pool + " threads are taken, " + (load - pool);
        return new Headline(
                List.of(
                        one.name() + ": " + law + taken + " of " + load + " tasks wait for one, p99 "
                                + one.time(one.p99()) + beside + ".",
                        law + taken + " of " + load + " tasks wait" + besideInShort + ".",
                        law + taken + " tasks wait" + besideInShort,
                        law + taken + " tasks wait",
                        law),
                Numbers.count(pool),
                "threads for " + load + " tasks in flight, " + one.name());
    }

    /** Of a pool beside what has no such limit. */
    static Optional<Headline> against(Evidence one, Evidence other) {
        Evidence pool = overfull(one) ? one : other;
        Evidence free = pool == one ? other : one;
        if (!overfull(pool) || overfull(free) || !(free.tasks() > pool.tasks() * 1.2)) return Optional.empty();
        double flight = free.tasks() * free.p50().orElse(0) / 1e3;
        long size = pool.cell().value(Knob.POOL);
        if (flight < size * 1.1) return Optional.empty();
        String law = free.perSecond() + " x " + free.time(free.p50()) + " = " + Numbers.count(Math.rint(flight))
                + " in flight: a pool of " + size + " cannot";
        return Optional.of(new Headline(
                List.of(
                        free.name() + ": " + law + ". " + pool.name() + ": " + pool.perSecond() + ", p99 "
                                + pool.time(pool.p99()) + ", " + pool.cpu() + " against " + free.cpu()
                                + " of CPU per task.",
                        law + " (" + pool.perSecond() + ", p99 " + pool.time(pool.p99()) + " against "
                                + free.time(free.p99()) + ").",
                        law + " (" + pool.perSecond() + ").",
                        law + "."),
                Numbers.count(flight),
                "in flight: a pool of " + size + " cannot"));
    }

    private static boolean overfull(Evidence one) {
        return one.cell().info().knobs().contains(Knob.POOL)
                && !one.cell().info().knobs().contains(Knob.LOOPS)
                && one.load() instanceof Load.Closed(int concurrency)
                && concurrency > one.cell().value(Knob.POOL);
    }
}
