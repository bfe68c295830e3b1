package interleave.run;

import java.util.Map;
import java.util.Optional;

/** A frame that differs from another in a few parts. */
final class FrameEdit {
    private final Frame from;
    long pausedNanos;
    long failed;
    long verified;
    long raised;
    int inFlight;
    int inFlightPeak;
    Frame.Threads threads;
    Optional<Frame.PlanProgress> plan;
    Optional<Frame.Carriers> carriers;
    Frame.Memory memory;
    Map<String, Double> extra;
    Optional<String> firstFailure;

    FrameEdit(Frame from) {
        this.from = from;
        pausedNanos = from.pausedNanos();
        failed = from.failed();
        verified = from.verified();
        raised = from.raised();
        inFlight = from.inFlight();
        inFlightPeak = from.inFlightPeak();
        threads = from.threads();
        plan = from.plan();
        carriers = from.carriers();
        memory = from.memory();
        extra = from.extra();
        firstFailure = from.firstFailure();
    }

    Frame frame() {
        return new Frame(
                from.sequence(),
                from.nanos(),
                pausedNanos,
                from.started(),
                from.completed(),
                failed,
                verified,
                from.cancelled(),
                raised,
                inFlight,
                inFlightPeak,
                from.usage(),
                threads,
                plan,
                carriers,
                memory,
                from.service(),
                from.response(),
                extra,
                firstFailure);
    }
}
