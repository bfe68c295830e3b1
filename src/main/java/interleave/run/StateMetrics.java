package interleave.run;

import static interleave.metric.Metric.Kind.RATIO;
import static interleave.metric.Unit.BYTES;
import static interleave.metric.Unit.BYTES_PER_TASK;
import static interleave.metric.Unit.COUNT;
import static interleave.run.Derivations.most;
import static interleave.run.Derivations.newest;
import static interleave.run.RunMetric.gauge;
import static interleave.run.RunMetric.metric;

import java.util.List;

/** The possessions of a run at an instant: threads, memory and the like. */
public final class StateMetrics {
    private static final String STATUS = "/proc/self/status";
    private static final String SCHEDULER = "VirtualThreadSchedulerMXBean";

    public static final RunMetric IN_FLIGHT = gauge(
                    "in_flight",
                    "in flight",
                    COUNT,
                    "tasks that have begun, or wait to, and have not ended",
                    "",
                    newest(SampleField.IN_FLIGHT))
            .text("")
            .detail("in flight");
    public static final RunMetric IN_FLIGHT_PEAK = gauge(
            "in_flight_peak", "in flight, peak", COUNT, "the most of them at once", "", most(SampleField.IN_FLIGHT));
    public static final RunMetric OS_THREADS = gauge(
                    "os_threads",
                    "OS threads",
                    COUNT,
                    "threads that the kernel knows, the JVM's own among them",
                    STATUS,
                    newest(SampleField.OS_THREADS))
            .text("");
    public static final RunMetric OS_THREADS_PEAK = gauge(
            "os_threads_peak",
            "OS threads, peak",
            COUNT,
            "the most of them at a frame",
            STATUS,
            most(SampleField.OS_THREADS));
    public static final RunMetric VIRTUAL_THREADS = gauge(
                    "virtual_threads",
                    "virtual threads",
                    COUNT,
                    "virtual threads alive: the JVM runs them on a few OS threads",
                    "the worker's thread factory",
                    newest(SampleField.VIRTUAL_THREADS))
            .text("");
    public static final RunMetric VIRTUAL_THREADS_PEAK = gauge(
                    "virtual_threads_peak",
                    "virtual threads, peak",
                    COUNT,
                    "the most of them at a frame",
                    "the worker's thread factory",
                    most(SampleField.VIRTUAL_THREADS))
            .text("");
    public static final RunMetric CARRIERS = gauge(
                    "carriers",
                    "carrier threads",
                    COUNT,
                    "the OS threads that virtual threads run on, those included that stand in for one that is held",
                    SCHEDULER,
                    newest(SampleField.CARRIERS))
            .detail("carriers");
    public static final RunMetric MOUNTED = gauge(
                    "mounted",
                    "mounted",
                    COUNT,
                    "virtual threads that are on a carrier, without those that are held in native code",
                    SCHEDULER,
                    newest(SampleField.MOUNTED))
            .text("");
    public static final RunMetric QUEUED = gauge(
                    "queued",
                    "queued",
                    COUNT,
                    "virtual threads that wait for a carrier",
                    SCHEDULER,
                    newest(SampleField.QUEUED))
            .text("");
    public static final RunMetric RSS_BYTES = gauge(
                    "rss_bytes",
                    "memory",
                    BYTES,
                    "memory that the run holds",
                    "VmRSS of " + STATUS,
                    newest(SampleField.RESIDENT_BYTES))
            .text("")
            .detail("resident memory");
    public static final RunMetric RSS_PEAK_BYTES = gauge(
                    "rss_peak_bytes",
                    "memory, peak",
                    BYTES,
                    "the most of it",
                    "VmRSS and VmHWM of " + STATUS,
                    most(SampleField.RESIDENT_BYTES))
            .text("memory, peak MiB");
    public static final RunMetric HEAP_BYTES = gauge(
                    "heap_bytes",
                    "heap used",
                    BYTES,
                    "memory of Java objects, those included that nobody needs any more",
                    "the JVM",
                    newest(SampleField.HEAP_BYTES))
            .text("")
            .detail("heap used");
    public static final RunMetric BYTES_PER_WAITING_TASK = metric(
                    "bytes_per_waiting_task",
                    "bytes/waiting task",
                    BYTES_PER_TASK,
                    RATIO,
                    "what resident memory grew by since before the load, for each task in flight, from 1,000 on",
                    "VmRSS of " + STATUS,
                    Derivations::bytesPerWaitingTask)
            .compared()
            .detail("bytes/waiting task");

    /** All of them, in the order in which exports and the summary have them. */
    static final List<RunMetric> ALL = List.of(
            IN_FLIGHT,
            IN_FLIGHT_PEAK,
            OS_THREADS,
            OS_THREADS_PEAK,
            VIRTUAL_THREADS,
            VIRTUAL_THREADS_PEAK,
            CARRIERS,
            MOUNTED,
            QUEUED,
            RSS_BYTES,
            RSS_PEAK_BYTES,
            HEAP_BYTES,
            BYTES_PER_WAITING_TASK);

    private StateMetrics() {}
}
