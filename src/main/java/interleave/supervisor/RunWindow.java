package interleave.supervisor;

import interleave.wire.Frame;
import interleave.wire.Histograms;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;

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
        Optional<AbstractHistogram> service,
        Optional<AbstractHistogram> response,
        Optional<AbstractHistogram> late) {
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

    private static Optional<AbstractHistogram> merged(
            Optional<AbstractHistogram> sum, Optional<AbstractHistogram> more) {
        return more.isEmpty() ? sum : merged(sum, more.get());
    }

    /** A frame's histogram is never written to, so that the first of a window can be used as it is. */
    private static Optional<AbstractHistogram> merged(Optional<AbstractHistogram> sum, AbstractHistogram more) {
        if (sum.isEmpty() || sum.get().getTotalCount() == 0) return Optional.of(more);
        if (more.getTotalCount() == 0) return sum;
        AbstractHistogram both = Histograms.empty();
        both.add(sum.get());
        both.add(more);
        return Optional.of(both);
    }
}
