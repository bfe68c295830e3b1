package interleave.run;

import interleave.metric.Durations;
import interleave.run.Frame.Carriers;
import interleave.run.Frame.Memory;
import interleave.run.Frame.Threads;
import interleave.run.Frame.Usage;
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
                0,
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
                Map.of(),
                Optional.empty());
    }

    public static Frame withFirstFailure(Frame frame, String words) {
        FrameEdit edit = new FrameEdit(frame);
        edit.firstFailure = Optional.of(words);
        return edit.frame();
    }

    /** The same of a worker that has stood still for so long. */
    public static Frame withPause(Frame frame, long millis) {
        FrameEdit edit = new FrameEdit(frame);
        edit.pausedNanos = millis * 1_000_000;
        return edit.frame();
    }

    public static Frame withFailures(Frame frame, long failed, long verified) {
        FrameEdit edit = new FrameEdit(frame);
        edit.failed = failed;
        edit.verified = verified;
        return edit.frame();
    }

    public static Frame withVirtualThreads(Frame frame, long virtual, Carriers carriers) {
        FrameEdit edit = new FrameEdit(frame);
        edit.threads = new Threads(20, 24, virtual, virtual + 1);
        edit.carriers = Optional.of(carriers);
        return edit.frame();
    }

    public static Frame withRaised(Frame frame, long raised) {
        FrameEdit edit = new FrameEdit(frame);
        edit.raised = raised;
        return edit.frame();
    }

    public static Frame withPlan(Frame frame, Frame.PlanProgress plan) {
        FrameEdit edit = new FrameEdit(frame);
        edit.plan = Optional.of(plan);
        return edit.frame();
    }

    public static Frame withExtra(Frame frame, Map<String, Double> extra) {
        FrameEdit edit = new FrameEdit(frame);
        edit.extra = extra;
        return edit.frame();
    }

    /** The same with other numbers of tasks in flight and OS threads, and the most there were of both since the start. */
    public static Frame withPeaks(Frame frame, int inFlight, int inFlightPeak, int threads, int threadsPeak) {
        FrameEdit edit = new FrameEdit(frame);
        edit.inFlight = inFlight;
        edit.inFlightPeak = inFlightPeak;
        edit.threads = new Threads(threads, threadsPeak, 0, 0);
        return edit.frame();
    }

    /** The same under an open load, where tasks of the last quarter of a second began so much after their time. */
    public static Frame withPlan(Frame frame, long offered, long dropped, long... lateMs) {
        return withPlan(
                frame,
                new Frame.PlanProgress(
                        offered,
                        dropped,
                        2_000_000,
                        new Usage(offered, offered, 2 * offered, offered),
                        durations(lateMs)));
    }

    /** The same of a worker that holds so much memory for so many tasks, of which so many failed and were to fail. */
    public static Frame with(
            Frame frame, int inFlight, long residentBytes, long failed, long raised, Map<String, Double> extra) {
        FrameEdit edit = new FrameEdit(frame);
        edit.failed = failed;
        edit.raised = raised;
        edit.inFlight = inFlight;
        edit.inFlightPeak = inFlight;
        edit.memory = new Memory(residentBytes, residentBytes, 10_000_000, OptionalLong.of(3));
        edit.extra = extra;
        return edit.frame();
    }

    public static Durations durations(long... millis) {
        long[] nanos = new long[millis.length];
        for (int i = 0; i < millis.length; i++) nanos[i] = millis[i] * 1_000_000;
        return Durations.of(nanos);
    }
}
