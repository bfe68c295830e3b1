package interleave.wire;

import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;

/**
 * What a worker says of itself every 250 ms. Counters only grow; the two histograms alone cover just the time since the
 * frame before. All of a frame is read in one go, so that ratios of its differences hold.
 *
 * @param nanos the worker's {@code System.nanoTime()} (CLOCK_MONOTONIC)
 * @param verified of the completed tasks, those whose result was found right
 * @param inFlight tasks started or queued, and not ended
 * @param service nanoseconds from a task's real start to its end, since the frame before
 * @param response nanoseconds from a task's planned start to its end, since the frame before
 * @param carriers the virtual-thread scheduler; empty until this JVM has one
 * @param extra further figures of a task or model, by snake_case name; counters unless the name says otherwise
 */
public record Frame(
        long sequence,
        long nanos,
        long started,
        long completed,
        long failed,
        long verified,
        int inFlight,
        int inFlightPeak,
        Usage usage,
        Threads threads,
        Optional<Carriers> carriers,
        Memory memory,
        AbstractHistogram service,
        AbstractHistogram response,
        Map<String, Double> extra) {

    /**
     * {@code getrusage(RUSAGE_SELF)}: the kernel's account of all threads of the worker, ended ones included.
     */
    public record Usage(long userMicros, long systemMicros, long voluntary, long involuntary) {
        public long switches() {
            return voluntary + involuntary;
        }

        public long cpuMicros() {
            return userMicros + systemMicros;
        }
    }

    /** Kernel threads from {@code /proc/self/stat}; virtual threads as counted by the worker's own thread factory. */
    public record Threads(int os, int osPeak, long virtual, long virtualPeak) {}

    /** {@code jdk.management.VirtualThreadSchedulerMXBean}. Mounted and queued are the JVM's estimates. */
    public record Carriers(int parallelism, int pool, int mounted, long queued) {}

    /** Resident bytes from {@code /proc/self/statm}, the peak from rusage; heap and collection time from the JVM. */
    public record Memory(long residentBytes, long residentPeakBytes, long heapUsedBytes, long gcMillis) {}
}
