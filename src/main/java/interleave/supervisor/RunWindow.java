package interleave.supervisor;

import interleave.metric.Durations;
import interleave.wire.Frame;
import java.util.Optional;

/**
 * A stretch of a run between two of its frames: what {@link RunRates} are of. Immutable. The first frame opens the window
 * and counts for nothing by itself, since its histograms are of the time before it.
 *
 * @param service the service times of all tasks that ended within the window; empty before the second frame
 * @param response the same for response times
 * @param late the same for how long after their planned start the tasks of an open load began
 */
public record RunWindow(
        Optional<Frame> first,
        Optional<Frame> last,
        Optional<Durations> service,
        Optional<Durations> response,
        Optional<Durations> late) {
    public static final RunWindow EMPTY =
            new RunWindow(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The window, extended to {@code frame}. */
    public RunWindow plus(Frame frame) {
        if (first.isEmpty()) return new RunWindow(Optional.of(frame), Optional.of(frame), service, response, late);
        return new RunWindow(
                first,
                Optional.of(frame),
                merged(service, frame.service()),
                merged(response, frame.response()),
                frame.plan().isPresent() ? merged(late, frame.plan().get().late()) : late);
    }

    /** This window and the one that {@link #cut} began behind it, as one. */
    public RunWindow plus(RunWindow next) {
        if (first.isEmpty() || next.last.isEmpty()) return first.isEmpty() ? next : this;
        return new RunWindow(
                first,
                next.last,
                merged(service, next.service),
                merged(response, next.response),
                merged(late, next.late));
    }

    /** The next window: it begins where this one ends. */
    public RunWindow cut() {
        return new RunWindow(last, last, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public RunRates rates() {
        return RunRates.of(this);
    }

    private static Optional<Durations> merged(Optional<Durations> sum, Optional<Durations> more) {
        return more.isEmpty() ? sum : merged(sum, more.get());
    }

    private static Optional<Durations> merged(Optional<Durations> sum, Durations more) {
        return Optional.of(sum.isEmpty() ? more : sum.get().plus(more));
    }
}
