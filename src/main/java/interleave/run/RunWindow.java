package interleave.run;

import interleave.metric.Durations;
import java.util.Optional;

/**
 * A stretch of a run between two of its frames: what {@link RunReadings} are of. Immutable. The first frame opens the
 * window and counts for nothing by itself, since its histograms are of the time before it.
 *
 * @param begun the first frame of the run, before its load was opened
 * @param service the service times of all tasks that ended within the window; empty before the second frame
 * @param response the same for response times
 * @param late the same for how long after their planned start the tasks of an open load began
 * @param highest the most of each gauge at a frame within the window; empty before the first frame
 */
public record RunWindow(
        Optional<Frame> begun,
        Optional<Frame> first,
        Optional<Frame> last,
        Optional<Durations> service,
        Optional<Durations> response,
        Optional<Durations> late,
        Optional<Highest> highest) {
    public static final RunWindow EMPTY = opened(Optional.empty(), Optional.empty());

    private static RunWindow opened(Optional<Frame> begun, Optional<Frame> frame) {
        Optional<Highest> highest = frame.isEmpty() ? Optional.empty() : Optional.of(Highest.at(frame.get()));
        return new RunWindow(begun, frame, frame, Optional.empty(), Optional.empty(), Optional.empty(), highest);
    }

    /** One that is yet to be opened, of a run that began with that frame. */
    public static RunWindow ofRun(Frame begun) {
        return opened(Optional.of(begun), Optional.empty());
    }

    /** The window, extended to {@code frame}. */
    public RunWindow plus(Frame frame) {
        if (first.isEmpty()) return opened(begun.isEmpty() ? Optional.of(frame) : begun, Optional.of(frame));
        if (LeftOut.is(last.get(), frame)) return leaving(frame);
        return new RunWindow(
                begun,
                first,
                Optional.of(frame),
                merged(service, frame.service()),
                merged(response, frame.response()),
                frame.plan().isPresent() ? merged(late, frame.plan().get().late()) : late,
                Optional.of(highest.orElseThrow().plus(first.get(), frame, true)));
    }

    /** The window, extended to a frame before which the worker stood still: times of that stretch are nobody's. */
    private RunWindow leaving(Frame frame) {
        return new RunWindow(
                begun,
                Optional.of(new LeftOut(last.get(), frame).before(first.get())),
                Optional.of(frame),
                service,
                response,
                late,
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
                merged(service, next.service),
                merged(response, next.response),
                merged(late, next.late),
                Optional.of(highest.orElseThrow().plus(next.highest.orElseThrow())));
    }

    /** The next window: it begins where this one ends. */
    public RunWindow cut() {
        return opened(begun, last);
    }

    /**
     * The most of a gauge; what it is at its only frame, where that is of the time before it; NaN where it is not told.
     */
    double most(Gauge gauge) {
        double most = highest.orElseThrow().of(gauge);
        return Double.isNaN(most) ? gauge.value().applyAsDouble(last.orElseThrow()) : most;
    }

    public RunReadings readings() {
        return RunReadings.of(this);
    }

    private static Optional<Durations> merged(Optional<Durations> sum, Optional<Durations> more) {
        return more.isEmpty() ? sum : merged(sum, more.get());
    }

    private static Optional<Durations> merged(Optional<Durations> sum, Durations more) {
        return Optional.of(sum.isEmpty() ? more : sum.get().plus(more));
    }
}
