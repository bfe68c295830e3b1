package interleave.run;

import static interleave.metric.Metric.Kind.RATIO;
import static interleave.metric.Unit.BYTES;
import static interleave.metric.Unit.BYTES_PER_TASK;
import static interleave.metric.Unit.COUNT;
import static interleave.run.Derivations.most;
import static interleave.run.Derivations.newest;
import static interleave.run.RunMetric.gauge;
import static interleave.run.RunMetric.metric;

import interleave.metric.Metric;
import interleave.metric.Unit;
import java.util.List;

/** The possessions of a run at an instant: threads, memory and the like. */
public final class StateMetrics {
    private static final String STATUS = "/proc/self/status";
    private static final String SCHEDULER = "VirtualThreadSchedulerMXBean";

    public static final RunMetric IN_FLIGHT = state(
                    "in_flight",
                    "in flight",
                    COUNT,
                    "tasks that have begun, or wait to, and have not ended",
                    "",
                    SampleField.IN_FLIGHT)
            .detail("in flight");
    public static final RunMetric IN_FLIGHT_PEAK = peak(IN_FLIGHT, "the most of them at once", SampleField.IN_FLIGHT)
            .withTotal(newest(SampleField.IN_FLIGHT_PEAK), "", "peak", "");
    public static final RunMetric OS_THREADS = state(
                    "os_threads",
                    "OS threads",
                    COUNT,
                    "threads that the kernel knows, the JVM's own among them",
                    STATUS,
                    SampleField.OS_THREADS)
            .column("OS");
    public static final RunMetric OS_THREADS_PEAK =
            peak(OS_THREADS, "the most of them at a frame", SampleField.OS_THREADS);
    public static final RunMetric VIRTUAL_THREADS = state(
                    "virtual_threads",
                    "virtual threads",
                    COUNT,
                    "virtual threads alive: the JVM runs them on a few OS threads",
                    "the worker's thread factory",
                    SampleField.VIRTUAL_THREADS)
            .column("virtual");
    public static final RunMetric VIRTUAL_THREADS_PEAK = peak(
                    VIRTUAL_THREADS, "the most of them at a frame", SampleField.VIRTUAL_THREADS)
            .text("");
    public static final RunMetric CARRIERS = state(
                    "carriers",
                    "carrier threads",
                    COUNT,
                    "the OS threads that virtual threads run on, those included that stand in for one that is held",
                    SCHEDULER,
                    SampleField.CARRIERS)
            .text("carrier threads")
            .detail("carriers");
    public static final RunMetric MOUNTED = state(
            "mounted",
            "mounted",
            COUNT,
            "virtual threads that are on a carrier, without those that are held in native code",
            SCHEDULER,
            SampleField.MOUNTED);
    public static final RunMetric QUEUED =
            state("queued", "queued", COUNT, "virtual threads that wait for a carrier", SCHEDULER, SampleField.QUEUED);
    public static final RunMetric RSS_BYTES = state(
                    "rss_bytes",
                    "memory",
                    BYTES,
                    "memory that the run holds",
                    "VmRSS of " + STATUS,
                    SampleField.RESIDENT_BYTES)
            .detail("resident memory")
            .column("memory");
    public static final RunMetric RSS_PEAK_BYTES = gauge(
                    "rss_peak_bytes",
                    "memory, peak",
                    BYTES,
                    "the most of it",
                    "VmRSS and VmHWM of " + STATUS,
                    most(SampleField.RESIDENT_BYTES))
            .text("memory, peak MiB");
    public static final RunMetric HEAP_BYTES = state(
                    "heap_bytes",
                    "heap used",
                    BYTES,
                    "memory of Java objects, those included that nobody needs any more",
                    "the JVM",
                    SampleField.HEAP_BYTES)
            .detail("heap used");
    public static final RunMetric BYTES_PER_WAITING_TASK = metric(
                    "bytes_per_waiting_task",
                    "bytes/waiting task",
                    BYTES_PER_TASK,
                    RATIO,
                    "the growth of resident memory since before the load, for each task in flight, from 1,000 on",
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

    /** A state as it is now, which no summary of a run has. */
    private static RunMetric state(
            String name, String title, Unit unit, String words, String source, SampleField field) {
        return gauge(name, title, unit, words, source, newest(field)).text("");
    }

    /** The most of a state: it stands in a summary. */
    private static RunMetric peak(RunMetric state, String words, SampleField field) {
        Metric of = state.metric();
        return gauge(of.name() + "_peak", of.title() + ", peak", of.unit(), words, of.source(), most(field));
    }
}
