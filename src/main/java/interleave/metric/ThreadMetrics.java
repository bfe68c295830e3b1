package interleave.metric;

import static interleave.metric.Unit.PERCENT;
import static interleave.metric.Unit.PER_SECOND;

import java.util.List;

/** The metrics of one thread of any process. */
public final class ThreadMetrics {
    public static final Metric SWITCHES_PER_S = new Metric(
            "switches_per_s",
            "switches",
            PER_SECOND,
            "/proc/PID/task/TID/schedstat, 3rd field: how often the thread was put on a CPU after another");
    public static final Metric CPU_PERCENT = new Metric(
            "cpu_percent",
            "CPU",
            PERCENT,
            "/proc/PID/task/TID/schedstat, 1st field: time on a CPU, in percent of one core");
    public static final Metric RUN_QUEUE_WAIT_PERCENT = new Metric(
            "run_queue_wait_percent",
            "run-queue wait",
            PERCENT,
            "/proc/PID/task/TID/schedstat, 2nd field: time in which the thread could run and had no CPU");
    public static final Metric VOLUNTARY_SWITCHES_PER_S = new Metric(
            "voluntary_switches_per_s",
            "voluntary",
            PER_SECOND,
            "/proc/PID/task/TID/status: switches by which the thread gave its CPU up, to wait for something");
    public static final Metric INVOLUNTARY_SWITCHES_PER_S = new Metric(
            "involuntary_switches_per_s",
            "involuntary",
            PER_SECOND,
            "/proc/PID/task/TID/status: switches by which the thread lost its CPU to another, be it one"
                    + " that it had just woken before it waits itself");

    /** All of them, in the order in which every outlet has them. */
    public static final List<Metric> ALL = List.of(
            SWITCHES_PER_S, CPU_PERCENT, RUN_QUEUE_WAIT_PERCENT, VOLUNTARY_SWITCHES_PER_S, INVOLUNTARY_SWITCHES_PER_S);

    private ThreadMetrics() {}

    static int place(Metric metric) {
        // start-up: found by identity, since this is asked for every thread of every picture.
        for (int i = 0; i < ALL.size(); i++) if (ALL.get(i) == metric) return i;
        throw new IllegalArgumentException(metric.name() + " is no metric of a thread");
    }
}
