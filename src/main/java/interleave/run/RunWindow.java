package interleave.run;

import interleave.metric.Durations;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of a run between two of its frames: what {@link RunReadings} are of. Immutable. The first frame opens the
 * window and counts for nothing by itself, since its times are of the stretch before it.
 *
 * @param begun the first frame of the run, before its load was opened
 * @param times of all tasks that ended within the window; empty before the second frame
 * @param highest the most of each state at a frame within the window; empty before the first frame
 */
public record RunWindow(
        Optional<Frame> begun,
        Optional<Frame> first,
        Optional<Frame> last,
        Map<TaskTime, Durations> times,
        Optional<Highest> highest) {
    public static final RunWindow EMPTY = opened(Optional.empty(), Optional.empty());

    private static RunWindow opened(Optional<Frame> begun, Optional<Frame> frame) {
        Optional<Highest> highest = frame.isEmpty() ? Optional.empty() : Optional.of(Highest.at(frame.get()));
        return new RunWindow(begun, frame, frame, Map.of(), highest);
    }

    /** One that is yet to be opened, of a run that began with that frame. */
    public static RunWindow ofRun(Frame begun) {
        return opened(Optional.of(begun), Optional.empty());
    }

    /** The window, extended to {@code frame}. */
    public RunWindow plus(Frame frame) {
        if (first.isEmpty()) return opened(begun.isEmpty() ? Optional.of(frame) : begun, Optional.of(frame));
        if (frame.stoodStillSince(last.get())) return leaving(frame);
        return new RunWindow(
                begun,
                first,
                Optional.of(frame),
                merged(times, frame.times()),
                Optional.of(highest.orElseThrow().plus(first.get(), frame, true)));
    }

    /** The window, extended to a frame before which the worker stood still: times of that stretch are nobody's. */
    private RunWindow leaving(Frame frame) {
        return new RunWindow(
                begun,
                Optional.of(new LeftOut(last.get(), frame).before(first.get())),
                Optional.of(frame),
                times,
                Optional.of(highest.orElseThrow().plus(first.get(), frame, false)));
    }

    /** This window and the one that {@link #cut} began behind it, as one. */
    public RunWindow plus(RunWindow next) {
        if (first.isEmpty() || next.last.isEmpty()) return first.isEmpty() ? next : this;
        Frame cut = next.first.get();
        boolean whole = cut == last.get();
        return new RunWindow(
                begun,
                whole ? first : Optional.of(new LeftOut(last.get(), cut).before(first.get())),
                next.last,
                merged(times, next.times),
                Optional.of(highest.orElseThrow().plus(next.highest.orElseThrow())));
    }

    /** The next window: it begins where this one ends. */
    public RunWindow cut() {
        return opened(begun, last);
    }

    /** Of a state that the newest frame tells, the most. */
    long most(SampleField state) {
        return highest.orElseThrow().of(state);
    }

    /** Of a further figure that is a state, the most; what its only frame says; NaN where it is not told. */
    double mostOfExtra(String name) {
        return highest.orElseThrow()
                .ofExtra(name)
                .orElse(last.orElseThrow().extra().getOrDefault(name, Double.NaN));
    }

    /** Empty before the second frame, and where they are not told. */
    public Optional<Durations> times(TaskTime time) {
        return Optional.ofNullable(times.get(time));
    }

    public RunReadings readings() {
        return RunReadings.of(this);
    }

    private static Map<TaskTime, Durations> merged(Map<TaskTime, Durations> sum, Map<TaskTime, Durations> more) {
        if (sum.isEmpty() || more.isEmpty()) return sum.isEmpty() ? more : sum;
        Map<TaskTime, Durations> merged = new EnumMap<>(sum);
        more.forEach((time, durations) -> merged.merge(time, durations, Durations::plus));
        return merged;
    }
}
