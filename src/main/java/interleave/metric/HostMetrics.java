package interleave.metric;

import static interleave.metric.Unit.BYTES;
import static interleave.metric.Unit.COUNT;
import static interleave.metric.Unit.MILLISECONDS;
import static interleave.metric.Unit.PERCENT;
import static interleave.metric.Unit.PER_SECOND;
import static interleave.metric.Unit.SECONDS;

import java.util.List;

/** The metrics of the machine and of the monitor itself, so that panels and exports can name them. */
public final class HostMetrics {
    public static final Metric BUSY_PERCENT = new Metric(
            "busy_percent",
            "busy",
            PERCENT,
            "time in which a CPU did something",
            "/proc/stat over a second or more, all CPUs: everything but idle and iowait");
    public static final Metric USER_PERCENT = new Metric(
            "user_percent",
            "user",
            PERCENT,
            "time in programs",
            "/proc/stat over a second or more, all CPUs: programs, nice and guests included");
    public static final Metric SYSTEM_PERCENT = new Metric(
            "system_percent",
            "system",
            PERCENT,
            "time in the kernel for programs",
            "/proc/stat over a second or more, all CPUs: the kernel, without interrupts");
    public static final Metric IRQ_PERCENT = new Metric(
            "irq_percent",
            "interrupts",
            PERCENT,
            "time in interrupts",
            "/proc/stat over a second or more, all CPUs: hard and soft interrupts");
    public static final Metric STEAL_PERCENT = new Metric(
            "steal_percent",
            "stolen",
            PERCENT,
            "time that other machines on this host took",
            "/proc/stat over a second or more, all CPUs: what the hypervisor withheld");
    public static final Metric IOWAIT_PERCENT = new Metric(
            "iowait_percent",
            "I/O wait",
            PERCENT,
            "idle, and something waits for a disk, or in io_uring: not in the bar, nor in its number",
            "/proc/stat over a second or more, all CPUs: idle while disk I/O is outstanding, or a wait in"
                    + " io_uring_enter");

    public static final Metric SWITCHES_PER_S = new Metric(
            "switches_per_s",
            "switches",
            PER_SECOND,
            "kernel switches of everything that runs on this machine",
            "/proc/stat ctxt: kernel context switches of the whole machine");
    public static final Metric INTERRUPTS_PER_S = new Metric(
            "interrupts_per_s",
            "interrupts",
            PER_SECOND,
            "times that a device or a timer called a CPU away",
            "/proc/stat intr, first number: hard interrupts serviced");
    public static final Metric FORKS_PER_S =
            new Metric("forks_per_s", "new tasks", PER_SECOND, "/proc/stat processes: processes and threads started");
    public static final Metric RUNNABLE = new Metric(
            "runnable",
            "runnable",
            COUNT,
            "threads that run or could, if there were a CPU free",
            "/proc/stat procs_running: threads on a CPU or waiting for one, without those a quota holds back");
    public static final Metric BLOCKED = new Metric(
            "blocked",
            "blocked",
            COUNT,
            "threads that wait for a disk, or asleep in io_uring",
            "/proc/stat procs_blocked: threads waiting for disk I/O, and those in io_uring_enter that asked for no"
                    + " exception");
    public static final Metric OS_THREADS = new Metric(
            "os_threads",
            "OS threads",
            COUNT,
            "threads of all programs",
            "/proc/loadavg, 4th field: kernel threads included");

    public static final Metric LOAD_1M = new Metric(
            "load_1m",
            "load 1 min",
            COUNT,
            "/proc/loadavg: threads runnable or blocked, held back by a quota not, damped over 1 minute");
    public static final Metric LOAD_5M = new Metric(
            "load_5m", "load 5 min", COUNT, "/proc/loadavg: threads runnable or blocked, damped over 5 minutes");
    public static final Metric LOAD_15M = new Metric(
            "load_15m", "load 15 min", COUNT, "/proc/loadavg: threads runnable or blocked, damped over 15 minutes");
    public static final Metric MEMORY_USED_BYTES = new Metric(
            "memory_used_bytes",
            "memory used",
            BYTES,
            "/proc/meminfo: MemTotal less MemAvailable, what the kernel could hand out without swapping");
    public static final Metric MEMORY_TOTAL_BYTES =
            new Metric("memory_total_bytes", "memory", BYTES, "physical memory that the kernel can use");
    public static final Metric UPTIME_S = new Metric("uptime_s", "up", SECONDS, "time since the machine was started");

    /**
     * The kernel's mean over the CPUs, each weighted by the time in which it had something to do: a task that has an
     * idle CPU to itself makes the pressure fall, though the others wait as before.
     */
    private static final String WEIGHTED = ": the mean of the CPUs in use";

    public static final Metric PRESSURE_CPU = pressure("cpu", "something waited for a CPU");
    public static final Metric PRESSURE_IO = pressure("io", "something waited for I/O");
    public static final Metric PRESSURE_MEMORY = pressure("memory", "something waited for memory");
    public static final Metric PRESSURE_CPU_NOW = pressureNow("cpu", "something waited for a CPU");
    public static final Metric PRESSURE_IO_NOW = pressureNow("io", "something waited for I/O");
    public static final Metric PRESSURE_MEMORY_NOW = pressureNow("memory", "something waited for memory");

    public static final Metric CGROUP_CPUS = new Metric(
            "cgroup_cpus",
            "CPU quota",
            COUNT,
            "CPUs' worth of time allowed: the tightest quota of our cgroup and above");
    public static final Metric THROTTLED_PERCENT = new Metric(
            "throttled_percent",
            "throttled",
            PERCENT,
            "share of the time in which a CPU quota held us back",
            "cgroup cpu.stat: of the quota periods that our cgroup ran in, those in which it was stopped");
    public static final Metric THROTTLED_TIME_PERCENT = new Metric(
            "throttled_time_percent",
            "throttled time",
            PERCENT,
            "cgroup cpu.stat: time stopped by the quota, summed over CPUs, in percent of one CPU");
    public static final Metric CPUSET_CPUS = new Metric(
            "cpuset_cpus",
            "CPUs allowed",
            COUNT,
            "/proc/self/status Cpus_allowed_list, those that are online: cpuset and affinity");
    public static final Metric PIDS_CURRENT =
            new Metric("pids_current", "threads in cgroup", COUNT, "cgroup pids.current: threads count as pids");
    public static final Metric PIDS_LIMIT = new Metric(
            "pids_limit",
            "threads allowed",
            COUNT,
            "cgroup pids.max: that of our cgroup and those above which has the least room");

    public static final Metric CGROUP_MEMORY_LIMIT_BYTES = new Metric(
            "cgroup_memory_limit_bytes",
            "memory limit",
            BYTES,
            "cgroup memory.max or memory.limit_in_bytes: the lowest of our cgroup and above, where below the total");
    public static final Metric CGROUP_MEMORY_USED_BYTES = new Metric(
            "cgroup_memory_used_bytes",
            "memory of cgroup",
            BYTES,
            "cgroup memory.current or memory.usage_in_bytes where that limit is: page cache included");

    public static final Metric SELF_CPU_PERCENT = new Metric(
            "self_cpu_percent",
            "own CPU",
            PERCENT,
            "CPU time of the monitor itself; 100 is one core",
            "CPU time of all threads of this process, in percent of one core");
    public static final Metric SELF_SWITCHES_PER_S = new Metric(
            "self_switches_per_s",
            "own switches",
            PER_SECOND,
            "times a thread of this process was put on a CPU, by its schedstat; after some seconds by getrusage");
    public static final Metric SELF_RSS_BYTES = new Metric(
            "self_rss_bytes", "own memory", BYTES, "/proc/self/status VmRSS: resident, shared pages included");
    public static final Metric SAMPLE_MS = new Metric(
            "sample_ms",
            "sample time",
            MILLISECONDS,
            "how long the monitor took to read all of the above",
            "wall time");

    /** Those that each core has as well. */
    public static final List<Metric> OF_CORES =
            List.of(BUSY_PERCENT, USER_PERCENT, SYSTEM_PERCENT, IRQ_PERCENT, STEAL_PERCENT, IOWAIT_PERCENT);

    /** All of them, in the order in which exports have them. */
    public static final List<Metric> ALL = List.of(
            BUSY_PERCENT,
            USER_PERCENT,
            SYSTEM_PERCENT,
            IRQ_PERCENT,
            STEAL_PERCENT,
            IOWAIT_PERCENT,
            SWITCHES_PER_S,
            INTERRUPTS_PER_S,
            FORKS_PER_S,
            RUNNABLE,
            BLOCKED,
            OS_THREADS,
            LOAD_1M,
            LOAD_5M,
            LOAD_15M,
            MEMORY_USED_BYTES,
            MEMORY_TOTAL_BYTES,
            UPTIME_S,
            PRESSURE_CPU,
            PRESSURE_IO,
            PRESSURE_MEMORY,
            PRESSURE_CPU_NOW,
            PRESSURE_IO_NOW,
            PRESSURE_MEMORY_NOW,
            CGROUP_CPUS,
            THROTTLED_PERCENT,
            THROTTLED_TIME_PERCENT,
            CPUSET_CPUS,
            PIDS_CURRENT,
            PIDS_LIMIT,
            CGROUP_MEMORY_LIMIT_BYTES,
            CGROUP_MEMORY_USED_BYTES,
            SELF_CPU_PERCENT,
            SELF_SWITCHES_PER_S,
            SELF_RSS_BYTES,
            SAMPLE_MS);

    private HostMetrics() {}

    private static Metric pressure(String resource, String what) {
        return new Metric(
                "pressure_" + resource + "_avg10_percent",
                resource + " pressure",
                PERCENT,
                "share of the time in which " + what + WEIGHTED,
                "/proc/pressure/" + resource + " some avg10, damped over 10 s");
    }

    private static Metric pressureNow(String resource, String what) {
        return new Metric(
                "pressure_" + resource + "_percent",
                resource + " pressure now",
                PERCENT,
                "share of the time since the sample before in which " + what + WEIGHTED,
                "/proc/pressure/" + resource + " some total, between two samples");
    }
}
