package interleave.run;

import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.run.Frame.PlanProgress;
import interleave.run.Frame.Usage;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The ways in which numbers are made of a window: differences of the counters of two frames over the worker's own
 * clock, and the newest frame's state. Of a window of one frame, only the state is there. Pure.
 */
final class Derivations {
    private static final int ENOUGH_WAITING = 1000;
    private static final Reading NO_PLAN = Reading.absent(UNSUPPORTED, "a closed load has no plan");

    private Derivations() {}

    static Reading between(RunWindow window, BiFunction<Frame, Frame, Reading> derive) {
        if (window.first().isEmpty() || window.first().get() == window.last().orElseThrow()) return Reading.WARMING_UP;
        return derive.apply(window.first().orElseThrow(), window.last().orElseThrow());
    }

    static Function<RunWindow, Reading> growth(ToDoubleFunction<Frame> counter) {
        return window -> between(window, (a, b) -> {
            double growth = counter.applyAsDouble(b) - counter.applyAsDouble(a);
            return growth < 0 ? Reading.absent(FAILED, "the counter went back") : Reading.of(growth);
        });
    }

    static Function<RunWindow, Reading> perSecond(ToLongFunction<Frame> counter) {
        return window -> between(
                window,
                (a, b) -> Rates.perSecond(counter.applyAsLong(a), counter.applyAsLong(b), b.nanos() - a.nanos()));
    }

    static Function<RunWindow, Reading> perTask(ToDoubleFunction<Frame> counter) {
        return window -> between(
                window,
                (a, b) ->
                        Rates.ratio(counter.applyAsDouble(b) - counter.applyAsDouble(a), tasks(a, b), "no task ended"));
    }

    /** The newest: of a state, what it is; of a counter, what it came to since the start. */
    static Function<RunWindow, Reading> newest(ToDoubleFunction<Frame> value) {
        return window -> window.last()
                .map(frame -> Reading.of(value.applyAsDouble(frame)))
                .orElse(Reading.WARMING_UP);
    }

    /** The same, of a worker that has virtual threads. */
    static Function<RunWindow, Reading> ofCarriers(Function<RunWindow, Reading> derivation) {
        return window ->
                window.last().isPresent() && window.last().get().carriers().isEmpty()
                        ? Reading.absent(UNSUPPORTED, "no virtual threads here")
                        : derivation.apply(window);
    }

    static Function<RunWindow, Reading> newestOfCarriers(ToDoubleFunction<Frame.Carriers> value) {
        return ofCarriers(newest(frame -> value.applyAsDouble(frame.carriers().orElseThrow())));
    }

    static Function<RunWindow, Reading> most(Gauge gauge) {
        return window -> window.last().isEmpty() ? Reading.WARMING_UP : Reading.of(window.most(gauge));
    }

    /** A further figure of some tasks; 0 before the worker tells it. */
    static ToDoubleFunction<Frame> extra(String name) {
        return frame -> frame.extra().getOrDefault(name, 0.0);
    }

    /** Why there is nothing to say of a plan; empty if there is. */
    static Optional<Reading> noPlan(RunWindow window) {
        if (window.last().isEmpty()) return Optional.of(Reading.WARMING_UP);
        return window.last().get().plan().isEmpty() ? Optional.of(NO_PLAN) : Optional.empty();
    }

    static Function<RunWindow, Reading> ofPlan(Function<RunWindow, Reading> derivation) {
        return window -> noPlan(window).orElseGet(() -> derivation.apply(window));
    }

    /** A run begins with one task before its load is open: until then nothing was offered. */
    static ToLongFunction<Frame> plan(ToLongFunction<PlanProgress> counter) {
        return frame -> frame.plan().map(counter::applyAsLong).orElse(0L);
    }

    static Function<RunWindow, Reading> planPerTask(ToLongFunction<Usage> counter) {
        ToLongFunction<Frame> own = plan(plan -> counter.applyAsLong(plan.usage()));
        return ofPlan(perTask(own::applyAsLong));
    }

    static Reading ofBacklog(Frame a, Frame b) {
        long offered = plan(PlanProgress::offered).applyAsLong(b)
                - plan(PlanProgress::offered).applyAsLong(a);
        long dropped = plan(PlanProgress::dropped).applyAsLong(b)
                - plan(PlanProgress::dropped).applyAsLong(a);
        return Reading.of(Math.max(0, ended(b) - ended(a) - (offered - dropped)));
    }

    static Reading cpuPercent(Frame a, Frame b) {
        return Rates.percent(cpuMicros(a, b) * 1e3, b.nanos() - a.nanos());
    }

    static Reading tasksPerCpuSecond(Frame a, Frame b) {
        return Rates.ratio(tasks(a, b) * 1e6, cpuMicros(a, b), "no CPU time used");
    }

    static Reading bytesPerWaitingTask(RunWindow window) {
        if (window.last().isEmpty()) return Reading.WARMING_UP;
        Frame now = window.last().get();
        if (now.inFlight() < ENOUGH_WAITING)
            return Reading.absent(
                    UNSUPPORTED,
                    "fewer than " + ENOUGH_WAITING + " tasks in flight: the JVM's own memory outweighs them");
        long growth = now.memory().residentBytes()
                - window.begun().orElseThrow().memory().residentBytes();
        return growth < 0
                ? Reading.absent(FAILED, "resident memory shrank")
                : Rates.ratio(growth, now.inFlight(), "no task in flight");
    }

    private static long ended(Frame frame) {
        return frame.completed() + frame.failed();
    }

    private static long cpuMicros(Frame a, Frame b) {
        return b.usage().cpuMicros() - a.usage().cpuMicros();
    }

    private static long tasks(Frame a, Frame b) {
        return b.completed() - a.completed();
    }
}
