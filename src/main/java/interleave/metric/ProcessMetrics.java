package interleave.metric;

import static interleave.metric.Unit.BYTES;
import static interleave.metric.Unit.COUNT;
import static interleave.metric.Unit.PERCENT;
import static interleave.metric.Unit.PER_SECOND;

import java.util.List;

/** The metrics of one process, over all its threads. Where its counters are from says each process's readings. */
public final class ProcessMetrics {
    public static final Metric CPU_PERCENT = new Metric(
            "cpu_percent",
            "CPU",
            PERCENT,
            "user and system time of all threads of the process, ended ones included, in percent of one core");
    public static final Metric OS_THREADS =
            new Metric("os_threads", "OS threads", COUNT, "/proc/PID/stat num_threads: kernel threads of the process");
    public static final Metric SWITCHES_PER_S = new Metric(
            "switches_per_s",
            "switches",
            PER_SECOND,
            "kernel context switches of all threads of the process, voluntary and involuntary");
    public static final Metric VOLUNTARY_SWITCHES_PER_S = new Metric(
            "voluntary_switches_per_s",
            "voluntary",
            PER_SECOND,
            "switches to wait for something; a wait can count as involuntary, too",
            "kernel switches of all threads of the process, voluntary");
    public static final Metric INVOLUNTARY_SWITCHES_PER_S = new Metric(
            "involuntary_switches_per_s",
            "involuntary",
            PER_SECOND,
            "switches because another thread was due on its CPU, be it one that it had just woken before it waits"
                    + " itself",
            "kernel switches of all threads of the process, involuntary");
    public static final Metric RUN_QUEUE_WAIT_PERCENT = new Metric(
            "run_queue_wait_percent",
            "run-queue wait",
            PERCENT,
            "time in which threads could run and had no CPU; 200 is two threads waiting all the time",
            "/proc/PID/task/TID/schedstat or taskstats, a sum over all threads, in percent of the time");
    public static final Metric THREADS_STARTED_PER_S = new Metric(
            "threads_started_per_s",
            "threads started",
            PER_SECOND,
            "hsperfdata java.threads.started: threads that a JVM started, those that ended at once too");
    public static final Metric PAGE_FAULTS_PER_S = new Metric(
            "page_faults_per_s",
            "page faults",
            PER_SECOND,
            "pages per second that were not there: touched for the first time, filled ahead on request, or on a disk",
            "/proc/PID/stat minflt and majflt: page faults of all threads of the process");
    public static final Metric MAJOR_PAGE_FAULTS_PER_S = new Metric(
            "major_page_faults_per_s",
            "major faults",
            PER_SECOND,
            "/proc/PID/stat majflt: page faults that waited for a disk");
    public static final Metric RSS_BYTES =
            new Metric("rss_bytes", "memory", BYTES, "/proc/PID/statm: resident, shared pages included");

    /** All of them, in the order in which every outlet has them. */
    public static final List<Metric> ALL = List.of(
            CPU_PERCENT,
            OS_THREADS,
            THREADS_STARTED_PER_S,
            SWITCHES_PER_S,
            VOLUNTARY_SWITCHES_PER_S,
            INVOLUNTARY_SWITCHES_PER_S,
            RUN_QUEUE_WAIT_PERCENT,
            PAGE_FAULTS_PER_S,
            MAJOR_PAGE_FAULTS_PER_S,
            RSS_BYTES);

    private static final List<Metric> OVER_THREADS =
            List.of(SWITCHES_PER_S, VOLUNTARY_SWITCHES_PER_S, INVOLUNTARY_SWITCHES_PER_S, RUN_QUEUE_WAIT_PERCENT);

    private ProcessMetrics() {}

    /** True of a number that may be added up over threads, of which some may have ended unseen. */
    public static boolean overThreads(Metric metric) {
        return OVER_THREADS.contains(metric);
    }
}
