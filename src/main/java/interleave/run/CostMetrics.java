package interleave.run;

import static interleave.metric.Metric.Kind.COUNTER;
import static interleave.metric.Metric.Kind.RATIO;
import static interleave.metric.Unit.COUNT;
import static interleave.metric.Unit.MICROSECONDS;
import static interleave.metric.Unit.PERCENT;
import static interleave.metric.Unit.PER_SECOND;
import static interleave.metric.Unit.PER_TASK;
import static interleave.run.Derivations.growth;
import static interleave.run.Derivations.perSecond;
import static interleave.run.Derivations.perTask;
import static interleave.run.Derivations.percentOfTime;
import static interleave.run.Derivations.tasksPer;
import static interleave.run.RunMetric.metric;

import java.util.List;

/** The costs of a run. */
public final class CostMetrics {
    private static final String RUSAGE = "getrusage(RUSAGE_SELF) in the worker, all its threads, ended ones too";
    private static final String PLAN_THREAD = "getrusage(RUSAGE_THREAD) in the thread that keeps the plan";

    private static final SampleField[] CPU = {SampleField.USER_US, SampleField.SYSTEM_US};
    private static final SampleField[] SWITCHES = {SampleField.VOLUNTARY, SampleField.INVOLUNTARY};

    public static final RunMetric CPU_PERCENT = metric(
                    "cpu_percent",
                    "CPU %",
                    PERCENT,
                    RATIO,
                    "CPU time of the run; 100 is one core kept busy",
                    RUSAGE,
                    percentOfTime(1e3, CPU))
            .text("CPU, % of a core")
            .column("CPU %");
    public static final RunMetric CPU_US_PER_TASK = metric(
                    "cpu_us_per_task",
                    "\u00B5s/task",
                    MICROSECONDS,
                    RATIO,
                    "CPU time per task, in programs and in the kernel; the switches themselves are in it",
                    RUSAGE,
                    perTask(CPU))
            .text("CPU us/task")
            .compared()
            .column("\u00B5s/task");
    public static final RunMetric PLAN_CPU_US_PER_TASK = metric(
                    "plan_cpu_us_per_task",
                    "of it the plan's",
                    MICROSECONDS,
                    RATIO,
                    "of an open load: CPU time of the thread that keeps its plan, per task: part of the run's own",
                    PLAN_THREAD,
                    perTask(SampleField.PLAN_CPU_US))
            .text("  of it the plan's")
            .detail("its CPU/task");
    public static final RunMetric TASKS_PER_CPU_S = metric(
                    "tasks_per_cpu_s",
                    "tasks per CPU second",
                    PER_SECOND,
                    RATIO,
                    "tasks for each second of CPU time: higher is cheaper",
                    RUSAGE,
                    tasksPer(1e6, "no CPU time used", CPU))
            .detail("tasks per CPU second");
    public static final RunMetric SWITCHES_PER_S = metric(
                    "switches_per_s",
                    "switches/s",
                    PER_SECOND,
                    RATIO,
                    "kernel switches of the run per second; a virtual thread's mount is none",
                    RUSAGE,
                    perSecond(SWITCHES))
            .column("sw/s");
    public static final RunMetric VOLUNTARY_PER_S = metric(
                    "voluntary_switches_per_s",
                    "voluntary switches/s",
                    PER_SECOND,
                    RATIO,
                    "switches by which a thread gave its CPU up to wait, per second; a wait can count as involuntary,"
                            + " too",
                    RUSAGE + ", ru_nvcsw",
                    perSecond(SampleField.VOLUNTARY))
            .text("  voluntary")
            .detail("voluntary switches/s");
    public static final RunMetric INVOLUNTARY_PER_S = metric(
                    "involuntary_switches_per_s",
                    "involuntary switches/s",
                    PER_SECOND,
                    RATIO,
                    "switches because another thread was due on its CPU, be it one that it had just woken before it"
                            + " waits itself; per second",
                    RUSAGE + ", ru_nivcsw",
                    perSecond(SampleField.INVOLUNTARY))
            .text("  involuntary")
            .detail("involuntary sw/s");
    public static final RunMetric VOLUNTARY = metric(
                    "voluntary_switches",
                    "voluntary switches",
                    COUNT,
                    COUNTER,
                    "switches by which a thread gave its CPU up to wait; a wait can count as involuntary, too",
                    RUSAGE + ", ru_nvcsw",
                    growth(SampleField.VOLUNTARY))
            .text("");
    public static final RunMetric INVOLUNTARY = metric(
                    "involuntary_switches",
                    "involuntary switches",
                    COUNT,
                    COUNTER,
                    "switches because another thread was due on its CPU, be it one that it had just woken before it"
                            + " waits itself",
                    RUSAGE + ", ru_nivcsw",
                    growth(SampleField.INVOLUNTARY))
            .text("");
    public static final RunMetric SWITCHES_PER_TASK = metric(
                    "switches_per_task",
                    "switches/task",
                    PER_TASK,
                    RATIO,
                    "kernel switches per task: how often the kernel took a thread off a CPU to run another; a virtual"
                            + " thread that parks is none, and the one that a thread ends with is not counted",
                    RUSAGE,
                    perTask(SWITCHES))
            .compared()
            .column("sw/task");
    public static final RunMetric MINOR_FAULTS_PER_TASK = metric(
                    "minor_faults_per_task",
                    "minor faults/task",
                    PER_TASK,
                    RATIO,
                    "page faults per task that took no input: mostly memory that is touched for the first time,"
                            + " or filled ahead on request (mlock, MAP_POPULATE)",
                    RUSAGE + ", ru_minflt",
                    perTask(SampleField.MINOR_FAULTS))
            .detail("minor faults/task")
            .compared();
    public static final RunMetric MAJOR_FAULTS_PER_TASK = metric(
                    "major_faults_per_task",
                    "major faults/task",
                    PER_TASK,
                    RATIO,
                    "page faults per task that waited for a disk",
                    RUSAGE + ", ru_majflt",
                    perTask(SampleField.MAJOR_FAULTS))
            .detail("major faults/task")
            .compared();
    public static final RunMetric COLLECTOR_PERCENT = metric(
                    "collector_percent",
                    "collector time, %",
                    PERCENT,
                    RATIO,
                    "time that the JVM's garbage collectors took, in percent of the time that passed; elapsed, not CPU"
                            + " time",
                    "GarbageCollectorMXBean of the worker, all collectors",
                    percentOfTime(1e6, SampleField.GC_MILLIS))
            .detail("collector time, %");
    public static final RunMetric PLAN_SWITCHES_PER_TASK = metric(
                    "plan_switches_per_task",
                    "of them the plan's",
                    PER_TASK,
                    RATIO,
                    "of an open load: switches of the thread that keeps its plan, per task: part of the run's own",
                    PLAN_THREAD,
                    perTask(SampleField.PLAN_SWITCHES))
            .text("  of them the plan's")
            .detail("plan's own sw/task");

    /** All of them, in the order in which exports and the summary have them. */
    static final List<RunMetric> ALL = List.of(
            CPU_PERCENT,
            CPU_US_PER_TASK,
            PLAN_CPU_US_PER_TASK,
            TASKS_PER_CPU_S,
            SWITCHES_PER_S,
            VOLUNTARY_PER_S,
            INVOLUNTARY_PER_S,
            VOLUNTARY,
            INVOLUNTARY,
            SWITCHES_PER_TASK,
            PLAN_SWITCHES_PER_TASK,
            MINOR_FAULTS_PER_TASK,
            MAJOR_FAULTS_PER_TASK,
            COLLECTOR_PERCENT);

    private CostMetrics() {}
}
