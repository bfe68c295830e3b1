package interleave.run;

import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;
import static interleave.run.SampleField.COMPLETED;
import static interleave.run.SampleField.DROPPED;
import static interleave.run.SampleField.IN_FLIGHT;
import static interleave.run.SampleField.NANOS;
import static interleave.run.SampleField.OFFERED;
import static interleave.run.SampleField.RESIDENT_BYTES;

import interleave.metric.Rates;
import interleave.metric.Reading;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The ways in which numbers are made of a window: differences of the counters of two frames over the worker's own
 * clock, and the newest frame's state. Of a window of one frame, only the state is there. A field that the newest frame
 * does not tell gives no number, and says why. Several fields stand for their sum. Pure.
 */
final class Derivations {
    private static final int ENOUGH_WAITING = 1000;

    private Derivations() {}

    static Reading between(RunWindow window, BiFunction<Frame, Frame, Reading> derive) {
        if (window.first().isEmpty() || window.first().get() == window.last().orElseThrow()) return Reading.WARMING_UP;
        return derive.apply(window.first().orElseThrow(), window.last().orElseThrow());
    }

    /** By how much a counter grew. */
    static Function<RunWindow, Reading> growth(SampleField... counters) {
        return told(counters, growth(sum(counters)::applyAsLong));
    }

    static Function<RunWindow, Reading> growth(ToDoubleFunction<Frame> counter) {
        return window -> between(window, (a, b) -> {
            double growth = counter.applyAsDouble(b) - counter.applyAsDouble(a);
            return growth < 0 ? Reading.absent(FAILED, "the counter went back") : Reading.of(growth);
        });
    }

    static Function<RunWindow, Reading> perSecond(SampleField... counters) {
        ToLongFunction<Frame> sum = sum(counters);
        return told(
                counters,
                window -> between(
                        window, (a, b) -> Rates.perSecond(sum.applyAsLong(a), sum.applyAsLong(b), nanos(a, b))));
    }

    static Function<RunWindow, Reading> perTask(SampleField... counters) {
        return told(counters, perTask(sum(counters)::applyAsLong));
    }

    static Function<RunWindow, Reading> perTask(ToDoubleFunction<Frame> counter) {
        return window -> between(
                window,
                (a, b) ->
                        Rates.ratio(counter.applyAsDouble(b) - counter.applyAsDouble(a), tasks(a, b), "no task ended"));
    }

    /** Tasks for each unit of what the counters count. */
    static Function<RunWindow, Reading> tasksPer(double unit, String none, SampleField... counters) {
        ToLongFunction<Frame> sum = sum(counters);
        return told(
                counters,
                window -> between(
                        window,
                        (a, b) -> Rates.ratio(tasks(a, b) * unit, sum.applyAsLong(b) - sum.applyAsLong(a), none)));
    }

    /** The share of the time that passed. */
    static Function<RunWindow, Reading> percentOfTime(double nanosEach, SampleField... counters) {
        ToLongFunction<Frame> sum = sum(counters);
        return told(
                counters,
                window -> between(
                        window,
                        (a, b) -> Rates.percent((sum.applyAsLong(b) - sum.applyAsLong(a)) * nanosEach, nanos(a, b))));
    }

    /** The newest: of a state, what it is; of a counter, what it came to since the start. */
    static Function<RunWindow, Reading> newest(SampleField... fields) {
        return told(fields, newest(sum(fields)::applyAsLong));
    }

    static Function<RunWindow, Reading> newest(ToDoubleFunction<Frame> value) {
        return window -> window.last()
                .map(frame -> Reading.of(value.applyAsDouble(frame)))
                .orElse(Reading.WARMING_UP);
    }

    /** The most of a state. */
    static Function<RunWindow, Reading> most(SampleField state) {
        return told(new SampleField[] {state}, window -> Reading.of(window.most(state)));
    }

    static Function<RunWindow, Reading> mostOfExtra(String state) {
        return window -> window.last().isEmpty() ? Reading.WARMING_UP : Reading.of(window.mostOfExtra(state));
    }

    /** The same number in a larger unit. */
    static Function<RunWindow, Reading> inUnitsOf(double many, Function<RunWindow, Reading> derivation) {
        return window -> {
            Reading reading = derivation.apply(window);
            return reading.present() ? Reading.of(reading.orElse(0) / many) : reading;
        };
    }

    /** A further figure of some tasks; 0 before the worker tells it. */
    static ToDoubleFunction<Frame> extra(String name) {
        return frame -> frame.extra().getOrDefault(name, 0.0);
    }

    /** The reason why a window has nothing to say of a field; empty if it has. */
    static Optional<Reading> untold(RunWindow window, SampleField field) {
        if (window.last().isEmpty()) return Optional.of(Reading.WARMING_UP);
        return window.last().get().has(field) ? Optional.empty() : Optional.of(field.teller.untold);
    }

    static Reading ofBacklog(RunWindow window) {
        return untold(window, OFFERED)
                .orElseGet(() -> between(window, (a, b) -> {
                    double started = growth(OFFERED, a, b) - growth(DROPPED, a, b);
                    double ended = growth(COMPLETED, a, b) + growth(SampleField.FAILED, a, b);
                    return Reading.of(Math.max(0, ended - started));
                }));
    }

    static Reading bytesPerWaitingTask(RunWindow window) {
        if (window.last().isEmpty()) return Reading.WARMING_UP;
        Frame now = window.last().get();
        if (now.of(IN_FLIGHT) < ENOUGH_WAITING)
            return Reading.absent(
                    UNSUPPORTED,
                    "fewer than " + ENOUGH_WAITING + " tasks in flight: the JVM's own memory outweighs them");
        double growth = growth(RESIDENT_BYTES, window.begun().orElseThrow(), now);
        return growth < 0
                ? Reading.absent(FAILED, "resident memory shrank")
                : Rates.ratio(growth, now.of(IN_FLIGHT), "no task in flight");
    }

    private static Function<RunWindow, Reading> told(SampleField[] fields, Function<RunWindow, Reading> derivation) {
        return window -> {
            for (SampleField field : fields) {
                Optional<Reading> untold = untold(window, field);
                if (untold.isPresent()) return untold.get();
                // Whoever begins to tell of a counter late has counted before, unless it began at 0.
                boolean counts = field.kind == SampleField.Kind.COUNTER && !field.teller.fromZero;
                if (counts
                        && window.first().isPresent()
                        && !window.first().get().has(field)) return field.teller.untold;
            }
            return derivation.apply(window);
        };
    }

    private static ToLongFunction<Frame> sum(SampleField... fields) {
        return frame -> {
            long sum = 0;
            for (SampleField field : fields) sum += frame.sample().orElse(field, 0);
            return sum;
        };
    }

    private static double growth(SampleField field, Frame a, Frame b) {
        return b.sample().orElse(field, 0) - a.sample().orElse(field, 0);
    }

    private static long nanos(Frame a, Frame b) {
        return b.of(NANOS) - a.of(NANOS);
    }

    private static long tasks(Frame a, Frame b) {
        return b.of(COMPLETED) - a.of(COMPLETED);
    }
}
