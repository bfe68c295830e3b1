package interleave.run;

import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.run.Frame.PlanProgress;
import interleave.run.Frame.Usage;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How the plan of an open load was kept within a {@link RunWindow}; absent throughout under a closed load.
 *
 * @param offered starts whose time came within the window, those that were dropped included
 * @param dropped starts that were left out since too many tasks were in flight
 * @param ofBacklog tasks that ended within the window beyond those that were to begin in it: what was late before it is in
 *     the window's tasks per second
 * @param behind milliseconds from the planned start of a task to its real one
 * @param behindNow milliseconds by which the next start was overdue at the newest frame
 * @param switchesPerTask switches of the thread that keeps the plan, per completed task of the run: part of the run's own
 * @param cpuMicrosPerTask the same of its CPU time
 */
public record OpenRates(
        Reading offered,
        Reading offeredPerSecond,
        Reading dropped,
        Reading ofBacklog,
        Latency behind,
        Reading behindNow,
        Reading switchesPerTask,
        Reading cpuMicrosPerTask) {
    private static final double NANOS_PER_MILLI = 1e6;

    static OpenRates of(RunWindow window) {
        Optional<PlanProgress> plan = window.last().flatMap(Frame::plan);
        if (window.last().isEmpty()) return missing(Reading.WARMING_UP);
        if (plan.isEmpty()) return missing(Reading.absent(UNSUPPORTED, "a closed load has no plan"));
        PlanProgress last = plan.get();
        Frame before = window.first().orElseThrow();
        // A run begins with one task before its load is open: until then nothing was offered.
        long offered = last.offered() - before.plan().map(PlanProgress::offered).orElse(0L);
        long dropped = last.dropped() - before.plan().map(PlanProgress::dropped).orElse(0L);
        boolean opened = before == window.last().get();
        long elapsed = window.last().get().nanos() - before.nanos();
        return new OpenRates(
                opened ? Reading.WARMING_UP : Reading.of(offered),
                opened ? Reading.WARMING_UP : Rates.perSecond(0, offered, elapsed),
                opened ? Reading.WARMING_UP : Reading.of(dropped),
                opened
                        ? Reading.WARMING_UP
                        : Reading.of(Math.max(0, ended(window.last().get()) - ended(before) - (offered - dropped))),
                Latency.of(window.late()),
                Reading.of(last.behindNanos() / NANOS_PER_MILLI),
                perTask(window, Usage::switches),
                perTask(window, Usage::cpuMicros));
    }

    private static long ended(Frame frame) {
        return frame.completed() + frame.failed();
    }

    private static Reading perTask(RunWindow window, ToLongFunction<Usage> counter) {
        Frame before = window.first().orElseThrow();
        Frame last = window.last().orElseThrow();
        if (before == last) return Reading.WARMING_UP;
        long growth = counter.applyAsLong(last.plan().orElseThrow().usage())
                - before.plan().map(plan -> counter.applyAsLong(plan.usage())).orElse(0L);
        return Rates.ratio(growth, last.completed() - before.completed(), "no task ended");
    }

    static OpenRates missing(Reading why) {
        return new OpenRates(why, why, why, why, Latency.missing(why), why, why, why);
    }
}
