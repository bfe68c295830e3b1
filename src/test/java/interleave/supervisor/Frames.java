package interleave.supervisor;

import interleave.metric.Durations;
import interleave.wire.Frame;
import interleave.wire.Frame.Carriers;
import interleave.wire.Frame.Memory;
import interleave.wire.Frame.Threads;
import interleave.wire.Frame.Usage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Scripted frames for tests: a worker with a plain account of itself. */
public final class Frames {
    private Frames() {}

    /** A worker {@code millis} after its start, with so many tasks completed and verified, and CPU and switches used. */
    public static Frame at(
            long millis, long tasks, long cpuMicros, long voluntary, long involuntary, long... serviceMs) {
        return new Frame(
                millis / 250,
                millis * 1_000_000,
                tasks,
                tasks,
                0,
                tasks,
                0,
                0,
                4,
                8,
                new Usage(cpuMicros, 0, voluntary, involuntary),
                new Threads(20, 24, 0, 0),
                Optional.empty(),
                Optional.empty(),
                new Memory(50_000_000, 60_000_000, 10_000_000, OptionalLong.of(3)),
                durations(serviceMs),
                durations(LongStream.of(serviceMs).map(ms -> 2 * ms).toArray()),
                Map.of());
    }

    public static Frame withFailures(Frame frame, long failed, long verified) {
        return new Frame(
                frame.sequence(),
                frame.nanos(),
                frame.started(),
                frame.completed(),
                failed,
                verified,
                frame.cancelled(),
                frame.raised(),
                frame.inFlight(),
                frame.inFlightPeak(),
                frame.usage(),
                frame.threads(),
                frame.plan(),
                frame.carriers(),
                frame.memory(),
                frame.service(),
                frame.response(),
                frame.extra());
    }

    public static Frame withVirtualThreads(Frame frame, long virtual, Carriers carriers) {
        return new Frame(
                frame.sequence(),
                frame.nanos(),
                frame.started(),
                frame.completed(),
                frame.failed(),
                frame.verified(),
                frame.cancelled(),
                frame.raised(),
                frame.inFlight(),
                frame.inFlightPeak(),
                frame.usage(),
                new Threads(20, 24, virtual, virtual + 1),
                frame.plan(),
                Optional.of(carriers),
                frame.memory(),
                frame.service(),
                frame.response(),
                frame.extra());
    }

    public static Frame withRaised(Frame frame, long raised) {
        return new Frame(
                frame.sequence(),
                frame.nanos(),
                frame.started(),
                frame.completed(),
                frame.failed(),
                frame.verified(),
                frame.cancelled(),
                raised,
                frame.inFlight(),
                frame.inFlightPeak(),
                frame.usage(),
                frame.threads(),
                frame.plan(),
                frame.carriers(),
                frame.memory(),
                frame.service(),
                frame.response(),
                frame.extra());
    }

    public static Frame withPlan(Frame frame, Frame.Plan plan) {
        return new Frame(
                frame.sequence(),
                frame.nanos(),
                frame.started(),
                frame.completed(),
                frame.failed(),
                frame.verified(),
                frame.cancelled(),
                frame.raised(),
                frame.inFlight(),
                frame.inFlightPeak(),
                frame.usage(),
                frame.threads(),
                Optional.of(plan),
                frame.carriers(),
                frame.memory(),
                frame.service(),
                frame.response(),
                frame.extra());
    }

    public static Frame withExtra(Frame frame, Map<String, Double> extra) {
        return new Frame(
                frame.sequence(),
                frame.nanos(),
                frame.started(),
                frame.completed(),
                frame.failed(),
                frame.verified(),
                frame.cancelled(),
                frame.raised(),
                frame.inFlight(),
                frame.inFlightPeak(),
                frame.usage(),
                frame.threads(),
                frame.plan(),
                frame.carriers(),
                frame.memory(),
                frame.service(),
                frame.response(),
                extra);
    }

    /** The same under an open load, where tasks of the last quarter of a second began so much after their time. */
    public static Frame withPlan(Frame frame, long offered, long dropped, long... lateMs) {
        return new Frame(
                frame.sequence(),
                frame.nanos(),
                frame.started(),
                frame.completed(),
                frame.failed(),
                frame.verified(),
                frame.cancelled(),
                frame.raised(),
                frame.inFlight(),
                frame.inFlightPeak(),
                frame.usage(),
                frame.threads(),
                Optional.of(new Frame.Plan(offered, dropped, 2_000_000, durations(lateMs))),
                frame.carriers(),
                frame.memory(),
                frame.service(),
                frame.response(),
                frame.extra());
    }

    /** The same of a worker that holds so much memory for so many tasks, of which so many failed and were to fail. */
    public static Frame with(
            Frame frame, int inFlight, long residentBytes, long failed, long raised, Map<String, Double> extra) {
        return new Frame(
                frame.sequence(),
                frame.nanos(),
                frame.started(),
                frame.completed(),
                failed,
                frame.verified(),
                frame.cancelled(),
                raised,
                inFlight,
                inFlight,
                frame.usage(),
                frame.threads(),
                frame.plan(),
                frame.carriers(),
                new Memory(residentBytes, residentBytes, 10_000_000, OptionalLong.of(3)),
                frame.service(),
                frame.response(),
                extra);
    }

    public static Durations durations(long... millis) {
        long[] nanos = new long[millis.length];
        for (int i = 0; i < millis.length; i++) nanos[i] = millis[i] * 1_000_000;
        return Durations.of(nanos);
    }
}
