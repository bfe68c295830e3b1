package interleave.run;

import interleave.metric.Durations;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Scripted frames for tests: a worker with a plain account of itself. */
public final class Frames {
    private Frames() {}

    /**
     * A worker {@code millis} after its start, with so many tasks completed and verified, and CPU and switches used.
     */
    public static Frame at(
            long millis, long tasks, long cpuMicros, long voluntary, long involuntary, long... serviceMs) {
        RunSample.Builder sample = new RunSample.Builder();
        for (SampleField field : RunSample.FIELDS) if (field.always()) sample.put(field, 0);
        sample.put(SampleField.SEQUENCE, millis / 250)
                .put(SampleField.NANOS, millis * 1_000_000)
                .put(SampleField.STARTED, tasks)
                .put(SampleField.COMPLETED, tasks)
                .put(SampleField.VERIFIED, tasks)
                .put(SampleField.IN_FLIGHT, 4)
                .put(SampleField.IN_FLIGHT_PEAK, 8)
                .put(SampleField.USER_US, cpuMicros)
                .put(SampleField.VOLUNTARY, voluntary)
                .put(SampleField.INVOLUNTARY, involuntary)
                .put(SampleField.OS_THREADS, 20)
                .put(SampleField.RESIDENT_BYTES, 50_000_000)
                .put(SampleField.RESIDENT_PEAK_BYTES, 60_000_000)
                .put(SampleField.HEAP_BYTES, 10_000_000)
                .put(SampleField.GC_MILLIS, 3);
        Map<TaskTime, Durations> times = new EnumMap<>(TaskTime.class);
        times.put(TaskTime.SERVICE, durations(serviceMs));
        times.put(
                TaskTime.RESPONSE,
                durations(LongStream.of(serviceMs).map(ms -> 2 * ms).toArray()));
        return new Frame(sample.build(), times, Map.of(), Optional.empty());
    }

    /** The same with another number in one place. */
    public static Frame with(Frame frame, SampleField field, long value) {
        return new Frame(frame.sample().with(field, value), frame.times(), frame.extra(), frame.firstFailure());
    }

    public static Frame withFirstFailure(Frame frame, String words) {
        return new Frame(frame.sample(), frame.times(), frame.extra(), Optional.of(words));
    }

    /** The same of a worker that has stood still for so long. */
    public static Frame withPause(Frame frame, long millis) {
        return with(frame, SampleField.PAUSED_NANOS, millis * 1_000_000);
    }

    public static Frame withFailures(Frame frame, long failed, long verified) {
        return with(with(frame, SampleField.FAILED, failed), SampleField.VERIFIED, verified);
    }

    /** The same of a worker with virtual threads, and what carries them. */
    public static Frame withVirtualThreads(
            Frame frame, long virtual, long parallelism, long pool, long mounted, long queued) {
        Frame some = with(frame, SampleField.VIRTUAL_THREADS, virtual);
        some = with(with(some, SampleField.PARALLELISM, parallelism), SampleField.CARRIERS, pool);
        return with(with(some, SampleField.MOUNTED, mounted), SampleField.QUEUED, queued);
    }

    public static Frame withRaised(Frame frame, long raised) {
        return with(frame, SampleField.RAISED, raised);
    }

    public static Frame withExtra(Frame frame, Map<String, Double> extra) {
        return new Frame(frame.sample(), frame.times(), extra, frame.firstFailure());
    }

    /** The same with other numbers of tasks in flight and OS threads, and the most tasks there were since the start. */
    public static Frame withPeaks(Frame frame, int inFlight, int inFlightPeak, int threads) {
        Frame some = with(with(frame, SampleField.IN_FLIGHT, inFlight), SampleField.IN_FLIGHT_PEAK, inFlightPeak);
        return with(some, SampleField.OS_THREADS, threads);
    }

    /** The same under an open load, where tasks of the last quarter of a second began so much after their time. */
    public static Frame withPlan(Frame frame, long offered, long dropped, long... lateMs) {
        Frame planned = with(with(frame, SampleField.OFFERED, offered), SampleField.DROPPED, dropped);
        planned = with(planned, SampleField.BEHIND_NANOS, 2_000_000);
        planned = with(planned, SampleField.PLAN_CPU_US, 2 * offered);
        planned = with(planned, SampleField.PLAN_SWITCHES, 3 * offered);
        Map<TaskTime, Durations> times = new EnumMap<>(planned.times());
        times.put(TaskTime.LATE, durations(lateMs));
        return new Frame(planned.sample(), times, planned.extra(), planned.firstFailure());
    }

    /** The same under an open load whose starts are at random, with these gaps between them. */
    public static Frame withGaps(Frame planned, long meanNanos, Durations gaps) {
        Frame random = with(planned, SampleField.RANDOM_GAP_NANOS, meanNanos);
        Map<TaskTime, Durations> times = new EnumMap<>(random.times());
        times.put(TaskTime.GAP, gaps);
        return new Frame(random.sample(), times, random.extra(), random.firstFailure());
    }

    /** The same of a worker that holds so much memory for so many tasks, of which so many failed and were to fail. */
    public static Frame with(
            Frame frame, int inFlight, long residentBytes, long failed, long raised, Map<String, Double> extra) {
        Frame some = with(with(frame, SampleField.IN_FLIGHT, inFlight), SampleField.IN_FLIGHT_PEAK, inFlight);
        some = with(with(some, SampleField.FAILED, failed), SampleField.RAISED, raised);
        some = with(some, SampleField.RESIDENT_BYTES, residentBytes);
        return withExtra(with(some, SampleField.RESIDENT_PEAK_BYTES, residentBytes), extra);
    }

    public static Durations durations(long... millis) {
        long[] nanos = new long[millis.length];
        for (int i = 0; i < millis.length; i++) nanos[i] = millis[i] * 1_000_000;
        return Durations.of(nanos);
    }
}
