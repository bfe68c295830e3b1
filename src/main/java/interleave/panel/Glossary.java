package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ThreadMetrics;
import interleave.run.ExtraMetrics;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every word that the screen uses: what it means in plain words, then where its number comes from. */
final class Glossary {
    /**
     * A word of the screen's.
     *
     * @param source where the number comes from; empty where there is none, or it is counted by the worker itself
     */
    record Entry(String word, String words, String source) {
        /** Both in one. */
        String whole() {
            return source.isEmpty()
                    ? words
                    : words + ". " + Character.toUpperCase(source.charAt(0)) + source.substring(1);
        }
    }

    /** Words with a title of their own in the help. */
    record Section(String title, List<Entry> entries) {}

    private static final Section TASKS = new Section(
            "what a run does",
            List.of(
                    entry("tasks/s", "tasks that ended per second, each with a result that was found right"),
                    entry(
                            "load",
                            "how many tasks are in flight at once (a closed load: one that ends is followed by"
                                    + " another); with /s, how many start per second (an open load), with ~ at random"
                                    + " distances"),
                    entry("in flight", "tasks that have begun, or wait to, and have not ended; peak: the most at once"),
                    entry("p50", "half of the tasks took less than this, half took more"),
                    entry("p99", "99 of 100 tasks took less; p90, p99.9 and max alike. Faint: from few tasks"),
                    entry(
                            "response",
                            "how long a task took from when it should have begun, waiting for its turn included: what a"
                                    + " client sees. p50 and p99 in the tables are of it"),
                    entry("service", "how long a task took from when it really began"),
                    entry("offered/s", "of an open load: how many tasks its plan starts per second"),
                    entry("behind", "of an open load: how late its next task is"),
                    entry("dropped", "of an open load: tasks left out, since too many were in flight"),
                    entry("failed", "tasks that failed, since the run began"),
                    entry(
                            "NOT VERIFIED",
                            "results are wrong, or failures that were raised on purpose are not all seen"),
                    entry(
                            "CPUs free",
                            "the scheduler decides where a run is, and its service or client: on one CPU or on two they"
                                    + " switch so much more or less for a task that runs differ by it alone. compare"
                                    + " and sweep keep them apart (--place)"),
                    entry("left, stops in", "for how long a run goes on before it is stopped")));

    private static final Section COST = new Section(
            "what it costs",
            List.of(
                    entry(
                            "sw/task",
                            "kernel switches per task: how often the kernel took a thread off a CPU to run another; a"
                                    + " virtual thread that parks is none",
                            "getrusage in the worker, all its threads, ended ones too"),
                    entry("sw/s", "the same per second", "getrusage"),
                    entry("voluntary", "switches because a thread had to wait", "getrusage, ru_nvcsw"),
                    entry("involuntary", "switches because another thread was due on its CPU", "getrusage, ru_nivcsw"),
                    entry("\u00B5s/task", "CPU time per task, in programs and in the kernel", "getrusage"),
                    entry("CPU %", "CPU time of the run; 100 is one core kept busy", "getrusage"),
                    entry("tasks per CPU second", "tasks for each second of CPU time: higher is cheaper"),
                    entry("OS", "threads that the kernel knows, the JVM's own among them", "/proc/self/status"),
                    entry("virtual", "virtual threads alive: the JVM runs them on a few OS threads"),
                    entry("carriers", "the OS threads that virtual threads run on", "VirtualThreadSchedulerMXBean"),
                    entry(
                            "mounted, queued",
                            "virtual threads that are on a carrier, and that wait for one",
                            "VirtualThreadSchedulerMXBean"),
                    entry(
                            "memory",
                            "memory that the run holds; heap used: of Java objects",
                            "VmRSS of /proc/self/status"),
                    entry("bytes/waiting task", "what memory grew by for each task in flight, from 1,000 on")));

    private static final Section CORES = new Section(
            "the cores",
            List.of(
                    entry("user, system", "time in programs, and in the kernel for them", "/proc/stat"),
                    entry("irq, steal", "time in interrupts, and taken by other machines on this host", "/proc/stat"),
                    entry(
                            "iowait",
                            "idle, and something waits for a disk: not in the bar, nor in its number",
                            "/proc/stat")));

    private static final Section PROCESSES = new Section(
            "other processes, watched by --pid",
            List.of(
                    process("vol/s", ProcessMetrics.VOLUNTARY_SWITCHES_PER_S, "switches to wait for something"),
                    process(
                            "invol/s",
                            ProcessMetrics.INVOLUNTARY_SWITCHES_PER_S,
                            "switches because another thread was due on its CPU"),
                    process(
                            "wait %",
                            ProcessMetrics.RUN_QUEUE_WAIT_PERCENT,
                            "time in which threads could run and had no CPU; 100 is one thread all the time"),
                    process("faults", ProcessMetrics.PAGE_FAULTS_PER_S, "page faults per second"),
                    entry(
                            "at least",
                            "threads are missing that ended unseen",
                            "a sum over /proc/PID/task, where the kernel's account of the whole process (taskstats) may"
                                    + " not be asked")));

    private static final Section THREADS = new Section(
            "threads, by t and T",
            List.of(
                    thread("sw/s", ThreadMetrics.SWITCHES_PER_S, "times per second that it was put on a CPU"),
                    thread(
                            "vol/s, invol/s",
                            ThreadMetrics.VOLUNTARY_SWITCHES_PER_S,
                            "switches to wait for something, and because another was due; of the busiest, and of others"
                                    + " that did nothing"),
                    thread("CPU %", ThreadMetrics.CPU_PERCENT, "time on a CPU; 100 is one core"),
                    thread("wait %", ThreadMetrics.RUN_QUEUE_WAIT_PERCENT, "time in which it could run and had no CPU"),
                    entry("on", "the CPU that it was on last", "/proc/PID/task/TID/stat"),
                    entry(
                            "age",
                            "how long ago it was looked at: of more than 480 threads those that did something are"
                                    + " looked at each time, and the quiet in turn"),
                    entry(
                            "does",
                            "what it is for, where its name tells; and its state, with what it waits for, where this"
                                    + " user may know",
                            "/proc/PID/task/TID/stat and wchan"),
                    entry(
                            "pool",
                            "threads whose names differ by a number, or not at all (the kernel keeps 15 bytes): their"
                                    + " sum, and the busiest; enter opens it"),
                    entry(
                            "short-lived",
                            "threads per second that began and ended between two looks; the process's totals have them",
                            "java.threads.started of JVMs; of others those seen once, at least so many")));

    private Glossary() {}

    static List<Section> sections() {
        return List.of(TASKS, COST, proofs(), further(), PROCESSES, THREADS, CORES, machine());
    }

    /** Whatever else of the catalogue stands beside the selected run, so that a new metric is explained as well. */
    private static Section further() {
        Set<String> known = new HashSet<>();
        for (Section section : List.of(TASKS, COST))
            for (Entry entry : section.entries())
                known.addAll(List.of(entry.word().split(", ")));
        List<Entry> entries = new ArrayList<>();
        for (RunMetric metric : RunMetrics.ALL) {
            boolean named = known.contains(metric.inDetail())
                    || known.contains(metric.metric().title());
            boolean explained = !metric.inDetail().isEmpty() && metric.extra().isEmpty();
            if (explained && !named && !metric.metric().words().isEmpty())
                entries.add(entry(
                        metric.inDetail(),
                        metric.metric().words(),
                        metric.metric().source()));
        }
        return new Section("further numbers of the selected run", entries);
    }

    private static Section proofs() {
        List<Entry> entries = new ArrayList<>();
        for (RunMetric extra : ExtraMetrics.KNOWN) entries.add(of(extra.metric()));
        return new Section("what a task is there to show", entries);
    }

    private static Entry of(Metric metric) {
        return entry(metric.title(), metric.words(), metric.source());
    }

    private static Section machine() {
        List<Entry> entries = new ArrayList<>();
        entries.add(host(HostMetrics.SWITCHES_PER_S, "kernel switches of everything that runs on this machine"));
        entries.add(entry(
                "names in switches",
                "the three busiest of all other processes, where the machine has 5,000 switches a second and more;"
                        + " rest: all that have no name",
                "how often their living threads got a CPU, by schedstat, those that were quiet in turn: at least so"
                        + " much. With --pid taskstats, if they may be asked"));
        entries.add(host(HostMetrics.INTERRUPTS_PER_S, "times that a device or a timer called a CPU away"));
        entries.add(host(HostMetrics.OS_THREADS, "threads of all programs"));
        entries.add(host(HostMetrics.RUNNABLE, "threads that run or could, if there were a CPU free"));
        entries.add(host(HostMetrics.BLOCKED, "threads that wait for a disk and cannot be interrupted"));
        entries.add(host(HostMetrics.PRESSURE_CPU, "share of the time in which something waited for a CPU"));
        entries.add(host(HostMetrics.THROTTLED_PERCENT, "share of the time in which a CPU quota held us back"));
        entries.add(
                entry("load", "about how many threads ran or wanted to, over 1, 5 and 15 minutes", "/proc/loadavg"));
        entries.add(host(HostMetrics.SELF_CPU_PERCENT, "what the monitor itself takes; 100 is one core"));
        entries.add(host(HostMetrics.SAMPLE_MS, "how long the monitor took to read all of the above"));
        return new Section("the machine", entries);
    }

    private static Entry host(Metric metric, String words) {
        return entry(metric.title(), words, metric.source());
    }

    private static Entry thread(String word, Metric metric, String words) {
        return entry(word, words, metric.source());
    }

    private static Entry process(String word, Metric metric, String words) {
        return entry(word, words, metric.source());
    }

    private static Entry entry(String word, String words) {
        return new Entry(word, words, "");
    }

    private static Entry entry(String word, String words, String source) {
        return new Entry(word, words, source);
    }
}
