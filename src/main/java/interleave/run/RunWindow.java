package interleave.run;

import interleave.metric.Durations;
import interleave.metric.Extra;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of a run between two of its frames: what {@link RunRates} are of. Immutable. The first frame opens the window
 * and counts for nothing by itself, since its histograms are of the time before it.
 *
 * @param service the service times of all tasks that ended within the window; empty before the second frame
 * @param response the same for response times
 * @param late the same for how long after their planned start the tasks of an open load began
 * @param highest by name of {@link Extra}, the highest that each of its states was at a frame within the window
 */
public record RunWindow(
        Optional<Frame> first,
        Optional<Frame> last,
        Optional<Durations> service,
        Optional<Durations> response,
        Optional<Durations> late,
        Map<String, Double> highest) {
    public static final RunWindow EMPTY = opened(Optional.empty());

    private static RunWindow opened(Optional<Frame> frame) {
        return new RunWindow(frame, frame, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** The window, extended to {@code frame}. */
    public RunWindow plus(Frame frame) {
        if (first.isEmpty()) return opened(Optional.of(frame));
        if (LeftOut.is(last.get(), frame)) return leaving(frame);
        return new RunWindow(
                first,
                Optional.of(frame),
                merged(service, frame.service()),
                merged(response, frame.response()),
                frame.plan().isPresent() ? merged(late, frame.plan().get().late()) : late,
                higher(highest, frame.extra()));
    }

    /** The window, extended to a frame before which the worker stood still: times of that stretch are nobody's. */
    private RunWindow leaving(Frame frame) {
        return new RunWindow(
                Optional.of(new LeftOut(last.get(), frame).before(first.get())),
                Optional.of(frame),
                service,
                response,
                late,
                highest);
    }

    /** This window and the one that {@link #cut} began behind it, as one. */
    public RunWindow plus(RunWindow next) {
        if (first.isEmpty() || next.last.isEmpty()) return first.isEmpty() ? next : this;
        Frame cut = next.first.get();
        boolean whole = cut == last.get();
        return new RunWindow(
                whole ? first : Optional.of(new LeftOut(last.get(), cut).before(first.get())),
                next.last,
                merged(service, next.service),
                merged(response, next.response),
                merged(late, next.late),
                higher(highest, next.highest));
    }

    /** The next window: it begins where this one ends. */
    public RunWindow cut() {
        return opened(last);
    }

    /** Its highest, of a state; the newest of what is a counter, or of what the catalogue does not know. */
    public double figure(String name) {
        return highest.getOrDefault(name, last.orElseThrow().extra().get(name));
    }

    public RunRates rates() {
        return RunRates.of(this);
    }

    private static Map<String, Double> higher(Map<String, Double> highest, Map<String, Double> more) {
        Map<String, Double> higher = new HashMap<>(highest);
        more.forEach((name, value) -> {
            if (Extra.named(name).filter(extra -> !extra.counter()).isPresent()) higher.merge(name, value, Double::max);
        });
        return Map.copyOf(higher);
    }

    private static Optional<Durations> merged(Optional<Durations> sum, Optional<Durations> more) {
        return more.isEmpty() ? sum : merged(sum, more.get());
    }

    private static Optional<Durations> merged(Optional<Durations> sum, Durations more) {
        return Optional.of(sum.isEmpty() ? more : sum.get().plus(more));
    }
}
