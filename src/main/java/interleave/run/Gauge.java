package interleave.run;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A state that a frame tells, which goes up and down. A {@link RunWindow} keeps the most of each.
 *
 * @param instant whether it is of the frame's instant; else it is of the time since the frame before
 * @param value NaN where the frame does not tell it
 * @param peak the most that it was since the start, where the worker knows better than its frames; else as the value
 */
record Gauge(boolean instant, ToDoubleFunction<Frame> value, ToDoubleFunction<Frame> peak) {
    static final Gauge IN_FLIGHT = new Gauge(true, Frame::inFlight, Frame::inFlightPeak);
    static final Gauge OS_THREADS = at(frame -> frame.threads().os());
    static final Gauge VIRTUAL_THREADS = at(frame -> frame.threads().virtual());
    static final Gauge RESIDENT_BYTES = new Gauge(
            true,
            frame -> frame.memory().residentBytes(),
            frame -> frame.memory().residentPeakBytes());
    static final Gauge LOOP_LAG_MS = new Gauge(false, frame -> extra(frame, "loop_lag_ms"), frame -> Double.NaN);

    /** All of them. */
    static final List<Gauge> ALL = List.of(IN_FLIGHT, OS_THREADS, VIRTUAL_THREADS, RESIDENT_BYTES, LOOP_LAG_MS);

    private static Gauge at(ToDoubleFunction<Frame> value) {
        return new Gauge(true, value, frame -> Double.NaN);
    }

    private static double extra(Frame frame, String name) {
        return frame.extra().getOrDefault(name, Double.NaN);
    }
}
