package interleave.metric;

import static interleave.metric.Unit.BYTES;
import static interleave.metric.Unit.COUNT;
import static interleave.metric.Unit.MICROSECONDS;
import static interleave.metric.Unit.PER_TASK;

import java.util.List;

/** The metrics of a server that is not ours, while runs ask it. A task is a request of any of them. */
public final class ServerMetrics {
    public static final Metric SWITCHES_PER_TASK = new Metric(
            "switches_per_task",
            "server sw/task",
            PER_TASK,
            "kernel switches of the server per request, of all runs that ask it",
            "switches of all threads of all its processes, over the tasks of the same time");
    public static final Metric CPU_US_PER_TASK = new Metric(
            "cpu_us_per_task",
            "server \u00B5s/task",
            MICROSECONDS,
            "CPU time of the server per request, of all runs that ask it",
            "user and system time of all threads of all its processes, over the tasks of the same time");
    public static final Metric PROCESSES =
            new Metric("processes", "server processes", COUNT, "processes that it is: with those that it started", "");
    public static final Metric OS_THREADS = new Metric(
            "os_threads",
            "server OS threads",
            COUNT,
            "kernel threads of all its processes",
            "/proc/PID/stat num_threads");
    public static final Metric RSS_BYTES = new Metric(
            "rss_bytes",
            "server memory",
            BYTES,
            "memory that its processes hold, those of shared pages several times",
            "/proc/PID/statm");

    /** All of them, in the order in which every outlet has them. */
    public static final List<Metric> ALL =
            List.of(SWITCHES_PER_TASK, CPU_US_PER_TASK, PROCESSES, OS_THREADS, RSS_BYTES);

    private ServerMetrics() {}
}
