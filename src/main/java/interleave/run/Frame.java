package interleave.run;

import interleave.metric.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The message of a worker about itself, every 250 ms. Counters only grow; the two histograms alone cover just the time
 * since the frame before. All of a frame is read in one go, so that ratios of its differences hold.
 *
 * @param nanos the worker's {@code System.nanoTime()} (CLOCK_MONOTONIC)
 * @param pausedNanos for how long of that the worker stood still, since it began: stopped or frozen, or its virtual
 *     machine was. What is shorter than half a second counts as time
 * @param failed tasks whose failure reached the one who had started them, in the model's own idiom
 * @param verified of the completed tasks, those whose result was found right
 * @param cancelled tasks cut off at the end of the run
 * @param raised failures that were raised on purpose: where it differs from {@code failed} at rest, some vanished or
 *     others came
 * @param inFlight tasks started or queued, and not ended
 * @param service nanoseconds from a task's real start to its end, since the frame before
 * @param response nanoseconds from a task's planned start to its end, since the frame before
 * @param plan how an open load is kept up with; empty under a closed one
 * @param carriers the virtual-thread scheduler; empty until this JVM has one
 * @param extra further figures of a task or model, by snake_case name; counters unless the name says otherwise
 * @param firstFailure what the first task failed by that was not made to, or why the first wrong result was so
 */
public record Frame(
        long sequence,
        long nanos,
        long pausedNanos,
        long started,
        long completed,
        long failed,
        long verified,
        long cancelled,
        long raised,
        int inFlight,
        int inFlightPeak,
        Usage usage,
        Threads threads,
        Optional<PlanProgress> plan,
        Optional<Carriers> carriers,
        Memory memory,
        Durations service,
        Durations response,
        Map<String, Double> extra,
        Optional<String> firstFailure) {
    /** Between two frames of one worker. */
    public static final Duration INTERVAL = Duration.ofMillis(250);

    /** The time for which the worker has not stood still up to now, from some time before it began. */
    public long runningNanos() {
        return nanos - pausedNanos;
    }

    /**
     * {@code getrusage(RUSAGE_SELF)}: the kernel's account of all threads of the worker, ended ones included.
     *
     * @param minorFaults page faults that took no input, as of memory that is touched for the first time
     * @param majorFaults page faults that waited for a disk
     */
    public record Usage(
            long userMicros, long systemMicros, long voluntary, long involuntary, long minorFaults, long majorFaults) {
        /** Without a page fault. */
        public Usage(long userMicros, long systemMicros, long voluntary, long involuntary) {
            this(userMicros, systemMicros, voluntary, involuntary, 0, 0);
        }

        Usage plus(Usage to, Usage from) {
            return new Usage(
                    userMicros + to.userMicros - from.userMicros,
                    systemMicros + to.systemMicros - from.systemMicros,
                    voluntary + to.voluntary - from.voluntary,
                    involuntary + to.involuntary - from.involuntary,
                    minorFaults + to.minorFaults - from.minorFaults,
                    majorFaults + to.majorFaults - from.majorFaults);
        }

        public long switches() {
            return voluntary + involuntary;
        }

        public long cpuMicros() {
            return userMicros + systemMicros;
        }
    }

    /**
     * The plan of an open load.
     *
     * @param offered starts whose time has come, since the load was first open
     * @param dropped of those, the ones that were left out because too many tasks were in flight
     * @param behindNanos by how much the next start is overdue
     * @param usage {@code getrusage(RUSAGE_THREAD)} of the threads that kept the plan: part of the worker's own
     * @param late nanoseconds from the planned start of a task to its real one, since the frame before
     */
    public record PlanProgress(long offered, long dropped, long behindNanos, Usage usage, Durations late) {}

    /** Kernel threads from {@code /proc/self/status}; virtual threads as counted by the worker's own thread factory. */
    public record Threads(int os, int osPeak, long virtual, long virtualPeak) {}

    /**
     * {@code jdk.management.VirtualThreadSchedulerMXBean}. Mounted and queued are the JVM's estimates.
     *
     * @param pool OS threads that carry, those included that the JDK brought up for a while in place of one that is
     *     held in native code, as by a read past the page cache
     * @param mounted virtual threads on a carrier; leaves out those that are held in native code and made up for, so it
     *     can be 0 where 16 of them are: the pool tells these
     */
    public record Carriers(int parallelism, int pool, int mounted, long queued) {}

    /**
     * Resident bytes and their peak from {@code /proc/self/status} (VmRSS, VmHWM); heap and collection time from the
     * JVM.
     *
     * @param gcMillis empty until the collectors' beans are open
     */
    public record Memory(long residentBytes, long residentPeakBytes, long heapUsedBytes, OptionalLong gcMillis) {}
}
