package interleave.run;

import static interleave.metric.Metric.Kind.COUNTER;
import static interleave.metric.Metric.Kind.GAUGE;
import static interleave.metric.Metric.Kind.RATIO;
import static interleave.metric.Unit.MILLISECONDS;
import static interleave.metric.Unit.PERCENT;
import static interleave.metric.Unit.PER_SECOND;
import static interleave.metric.Unit.SECONDS;
import static interleave.run.Derivations.growth;
import static interleave.run.Derivations.inUnitsOf;
import static interleave.run.Derivations.newest;
import static interleave.run.Derivations.perSecond;
import static interleave.run.RunMetric.counter;
import static interleave.run.RunMetric.metric;

import java.util.List;

/** The work of a run. */
public final class WorkMetrics {
    public static final RunMetric ELAPSED_S = metric(
                    "elapsed_s",
                    "measured",
                    SECONDS,
                    COUNTER,
                    "how long was measured, without what the run stood still for",
                    "",
                    inUnitsOf(1e9, growth(SampleField.NANOS)))
            .text("measured, s");

    public static final RunMetric TASKS = counter(
                    "tasks",
                    "tasks",
                    "tasks that ended, each with its result looked at: what all that is per task divides by",
                    SampleField.COMPLETED)
            .column("tasks");
    public static final RunMetric STARTED = counter("started", "started", "tasks that began", SampleField.STARTED)
            .text("")
            .withTotal(newest(SampleField.STARTED), "started in all", "", "");
    public static final RunMetric COMPLETED = counter(
                    "completed", "completed", "the same as tasks", SampleField.COMPLETED)
            .text("")
            .withTotal(newest(SampleField.COMPLETED), "  completed", "", "");
    public static final RunMetric FAILED = counter("failed", "failed", "tasks that failed", SampleField.FAILED)
            .text("")
            .withTotal(newest(SampleField.FAILED), "  failed", "seen", "failed");
    public static final RunMetric CANCELLED = counter(
                    "cancelled", "cancelled", "tasks that were cut off at the end of the run", SampleField.CANCELLED)
            .text("")
            .withTotal(newest(SampleField.CANCELLED), "  cancelled", "", "");
    public static final RunMetric RAISED = counter(
                    "raised",
                    "failures raised",
                    "failures that were raised on purpose; where they differ from those seen, some vanished or others"
                            + " came",
                    SampleField.RAISED)
            .text("")
            .withTotal(newest(SampleField.RAISED), "failures raised", "failures raised", "");

    public static final RunMetric OFFERED_PER_S = metric(
                    "offered_per_s",
                    "offered/s",
                    PER_SECOND,
                    RATIO,
                    "of an open load: how many tasks its plan starts per second",
                    "the worker's plan",
                    perSecond(SampleField.OFFERED))
            .detail("offered/s");
    public static final RunMetric TASKS_PER_S = metric(
                    "tasks_per_s",
                    "tasks/s",
                    PER_SECOND,
                    RATIO,
                    "tasks that ended per second, each with a result that was found right",
                    "the worker's counters, read together with its rusage",
                    perSecond(SampleField.COMPLETED))
            .detail("achieved/s")
            .column("tasks/s");
    public static final RunMetric OF_BACKLOG = counter(
                    "of_backlog",
                    "of a backlog",
                    "of an open load: tasks that ended in the measured time and were late before it",
                    Derivations::ofBacklog)
            .text("  of a backlog");
    public static final RunMetric DROPPED = counter(
                    "dropped",
                    "dropped",
                    "of an open load: tasks left out, since 65,536 were in flight, or as many as the limits allow",
                    SampleField.DROPPED)
            .detail("dropped in interval")
            .withTotal(newest(SampleField.DROPPED), "", "dropped", "dropped");
    public static final RunMetric BEHIND_NOW_MS = metric(
                    "behind_now_ms",
                    "behind",
                    MILLISECONDS,
                    GAUGE,
                    "of an open load: how late its next task is",
                    "the worker's plan",
                    inUnitsOf(1e6, newest(SampleField.BEHIND_NANOS)))
            .text("")
            .detail("behind plan")
            .column("behind");
    public static final RunMetric GAPS_OFF_PERCENT = metric(
                    "gaps_off_percent",
                    "gaps off plan",
                    PERCENT,
                    GAUGE,
                    "of starts at random: the most by which the share of gaps up to any length between those that"
                            + " really began differs from the planned one",
                    "starts in the worker; the distance of Kolmogorov and Smirnov to exponential gaps",
                    window -> PoissonFit.reading(window, PoissonFit::distance))
            .text("gaps off plan, %")
            .detail("gaps off plan, %");
    public static final RunMetric GAPS_PASS_PERCENT = metric(
                    "gaps_pass_percent",
                    "gaps off, passing",
                    PERCENT,
                    GAUGE,
                    "the most of that with which so many gaps pass the test at 5 %: of true ones, one row in twenty is"
                            + " further off",
                    "1.358 / (sqrt(n) + 0.12 + 0.11 / sqrt(n))",
                    window -> PoissonFit.reading(window, PoissonFit::passing))
            .text("  passing up to, %");

    /** All of them, in the order in which exports and the summary have them. */
    static final List<RunMetric> ALL = List.of(
            ELAPSED_S,
            TASKS,
            STARTED,
            COMPLETED,
            FAILED,
            CANCELLED,
            RAISED,
            OFFERED_PER_S,
            TASKS_PER_S,
            OF_BACKLOG,
            DROPPED,
            BEHIND_NOW_MS,
            GAPS_OFF_PERCENT,
            GAPS_PASS_PERCENT);

    private WorkMetrics() {}
}
