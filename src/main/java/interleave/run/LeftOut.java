package interleave.run;

import interleave.run.Frame.Memory;
import interleave.run.Frame.PlanProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch between two frames in which the worker stood still. A window leaves all of it out: what was done in it
 * before and after the standstill is of a time that nobody knows to less than a quarter of a second.
 *
 * @param from the last frame before it
 * @param to the first frame after it
 */
record LeftOut(Frame from, Frame to) {
    private static final String TOLD = "paused_s";

    static boolean is(Frame from, Frame to) {
        return to.pausedNanos() > from.pausedNanos();
    }

    /** A window's beginning, with its clock and its counters as far on as if that stretch had come before. */
    Frame before(Frame first) {
        return new Frame(
                first.sequence(),
                first.nanos() + to.nanos() - from.nanos(),
                first.pausedNanos(),
                first.started() + to.started() - from.started(),
                first.completed() + to.completed() - from.completed(),
                first.failed() + to.failed() - from.failed(),
                first.verified() + to.verified() - from.verified(),
                first.cancelled() + to.cancelled() - from.cancelled(),
                first.raised() + to.raised() - from.raised(),
                first.inFlight(),
                first.inFlightPeak(),
                first.usage().plus(to.usage(), from.usage()),
                first.threads(),
                first.plan().map(this::before),
                first.carriers(),
                before(first.memory()),
                first.service(),
                first.response(),
                before(first.extra()),
                first.firstFailure());
    }

    /** With the time of collections as far on. */
    private Memory before(Memory first) {
        OptionalLong now = to.memory().gcMillis();
        OptionalLong then = from.memory().gcMillis();
        if (first.gcMillis().isEmpty() || now.isEmpty() || then.isEmpty()) return first;
        return new Memory(
                first.residentBytes(),
                first.residentPeakBytes(),
                first.heapUsedBytes(),
                OptionalLong.of(first.gcMillis().getAsLong() + now.getAsLong() - then.getAsLong()));
    }

    private PlanProgress before(PlanProgress first) {
        Optional<PlanProgress> now = to.plan();
        Optional<PlanProgress> then = from.plan();
        if (now.isEmpty() || then.isEmpty()) return first;
        return new PlanProgress(
                first.offered() + now.get().offered() - then.get().offered(),
                first.dropped() + now.get().dropped() - then.get().dropped(),
                first.behindNanos(),
                first.usage().plus(now.get().usage(), then.get().usage()),
                first.late());
    }

    /** All counters but the one that tells of it. */
    private Map<String, Double> before(Map<String, Double> first) {
        Map<String, Double> raised = new HashMap<>(first);
        to.extra().forEach((name, value) -> {
            if (!name.equals(TOLD) && ExtraMetrics.counts(name))
                raised.merge(name, value - from.extra().getOrDefault(name, 0.0), Double::sum);
        });
        return raised;
    }
}
