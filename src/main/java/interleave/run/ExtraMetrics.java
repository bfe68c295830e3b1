package interleave.run;

import static interleave.metric.Metric.Kind.COUNTER;
import static interleave.metric.Metric.Kind.RATIO;
import static interleave.metric.Unit.COUNT;
import static interleave.metric.Unit.MICROSECONDS;
import static interleave.metric.Unit.MILLISECONDS;
import static interleave.metric.Unit.SECONDS;
import static interleave.run.Derivations.extra;
import static interleave.run.Derivations.growth;
import static interleave.run.Derivations.mostOfExtra;
import static interleave.run.Derivations.newest;
import static interleave.run.Derivations.perTask;
import static interleave.run.RunMetric.gauge;
import static interleave.run.RunMetric.metric;

import interleave.metric.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that workers tell by name, without a field of a sample: most are of some tasks and models alone. A worker
 * may tell others, which are shown by their names.
 */
public final class ExtraMetrics {
    /** Names by which a worker tells: constants, so that it does not load this catalogue. */
    public static final String LOOP_LAG = "loop_lag_ms";

    public static final String PAUSED = "paused_s";
    public static final String LOST = "lost_updates";

    public static final String DEADLOCKS = "deadlocks";
    public static final String CPU_WAIT = "run_queue_wait_us";

    /** Of a loop that answers within a wake-up or two nobody would say that it is blocked. */
    private static final double LATE_MS = 10;

    static final RunMetric LOST_UPDATES = extraCounter(
                    LOST,
                    "lost updates",
                    COUNT,
                    "increments that two threads did at once, so that one of them is lost: a data race",
                    "increments that were done and are not in the shared counter")
            .telling(0);

    private static final RunMetric LOOP_LAG_MS = gauge(
                    LOOP_LAG,
                    "loop lag",
                    MILLISECONDS,
                    "how long everyone had to wait since tasks held the event loop",
                    "the most that a timer of the event loop was late since the frame before: what everyone"
                            + " waited",
                    mostOfExtra(LOOP_LAG))
            .ofExtra(LOOP_LAG)
            .text("loop lag, ms")
            .detail("loop lag")
            .telling(LATE_MS);

    private static final RunMetric PAUSED_S = extraCounter(
                    PAUSED,
                    "stood still",
                    SECONDS,
                    "how long the run was stopped or frozen from outside",
                    "how long the process stood still, stopped, frozen, or asleep with its machine: all other"
                            + " numbers leave it out")
            .telling(0)
            .text("stood still, s");

    /** The numbers of which the names are known; a worker may tell others, which are shown by their names. */
    public static final List<RunMetric> KNOWN = List.of(
            extraCounter(
                    "connections_opened",
                    "connections opened",
                    COUNT,
                    "connections that were made: those that are kept need no new one",
                    "sockets connected to the HTTP service"),
            extraCounter(
                    "reconnects",
                    "reconnects",
                    COUNT,
                    "connections that were made in place of one that the server had closed; no task has failed by it",
                    "sockets connected to a target again, after it closed one between two requests"),
            extraCounter(
                            "requests_refused",
                            "requests refused",
                            COUNT,
                            "requests of clients that are answered with an error",
                            "requests other than a GET or HEAD of HTTP/1.1 or 1.0 without a body: answered with"
                                    + " a status from 400 on, and no task has failed by it")
                    .telling(1),
            LOOP_LAG_MS,
            extraCounter(
                    "cold_reads",
                    "cold reads",
                    COUNT,
                    "reads that had to go to the disk",
                    "reads of a page that the kernel was told to forget before: they wait for the disk, where there is"
                            + " one"),
            PAUSED_S,
            LOST_UPDATES,
            extraCounter(
                            DEADLOCKS,
                            "deadlocks",
                            COUNT,
                            "times that tasks waited for one another in a circle, and would have for ever",
                            "deadlocks found and broken up")
                    .telling(0),
            extraCounter(
                            CPU_WAIT,
                            "run-queue wait",
                            MICROSECONDS,
                            "how long threads that could run waited for a CPU: a sum over threads, so that it can"
                                    + " exceed the time that passed",
                            "/proc/thread-self/schedstat, 2nd field: how long the threads that do tasks were ready to"
                                    + " run and waited for a CPU; of carriers, during tasks")
                    .detail("")
                    .text("run-queue wait, all threads, us"),
            extraCounter(
                            "work_cpu_us",
                            "work",
                            MICROSECONDS,
                            "CPU time of what tasks compute by --work: a sum over threads",
                            "clock_gettime(CLOCK_THREAD_CPUTIME_ID) around each computation; below 50 us, around one of"
                                    + " several")
                    .detail("")
                    .text(""));

    public static final RunMetric RUN_QUEUE_WAIT_US_PER_TASK = metric(
                    "run_queue_wait_us_per_task",
                    "run-queue wait per task",
                    MICROSECONDS,
                    RATIO,
                    "the same per task",
                    "/proc/thread-self/schedstat",
                    perTask(extra(CPU_WAIT)))
            .ofExtra(CPU_WAIT)
            .text("")
            .detail("run-queue wait per task")
            .telling(0);

    public static final RunMetric WORK_US_PER_TASK = metric(
                    "work_us_per_task",
                    "work per task",
                    MICROSECONDS,
                    RATIO,
                    "the same per task: what --work asked for",
                    "clock_gettime(CLOCK_THREAD_CPUTIME_ID)",
                    perTask(extra("work_cpu_us")))
            .ofExtra("work_cpu_us")
            .text("work, CPU us/task")
            .detail("work per task");

    /** All of them, and what is made of them. */
    static final List<RunMetric> ALL = all();

    private static List<RunMetric> all() {
        List<RunMetric> all = new ArrayList<>();
        for (RunMetric known : KNOWN)
            all.add(
                    known.metric().kind() == COUNTER
                            ? known.withTotal(newest(extra(known.extra())), "", known.inDetail(), "")
                            : known);
        all.add(RUN_QUEUE_WAIT_US_PER_TASK);
        all.add(WORK_US_PER_TASK);
        return List.copyOf(all);
    }

    private static RunMetric extraCounter(String name, String title, Unit unit, String words, String source) {
        return metric(name, title, unit, COUNTER, words, source, growth(extra(name)))
                .ofExtra(name)
                .detail(title);
    }

    /** True if the number that frames tell under that name only grows. */
    static boolean counts(String extra) {
        for (RunMetric metric : KNOWN)
            if (metric.extra().equals(extra)) return metric.metric().kind() == COUNTER;
        return false;
    }

    /** True if frames tell one of them under that name. */
    static boolean knows(String extra) {
        for (RunMetric metric : KNOWN) if (metric.extra().equals(extra)) return true;
        return false;
    }

    private ExtraMetrics() {}
}
