package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.run.ExtraMetrics;
import interleave.run.RunDistribution;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.run.TimeMetrics;
import java.util.ArrayList;
import java.util.List;

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

    static final int SECTIONS = 6;

    private static final List<Entry> OF_TASKS = List.of(
            entry(
                    "load",
                    "how many tasks are in flight at once (a closed load: one that ends is followed by another); with"
                            + " /s, how many start per second (an open load), with ~ at random distances"),
            entry("p50", "half of the tasks took less than this, half took more; in the tables, of the response"),
            entry("p99", "99 of 100 tasks took less; p90, p99.9 and max alike. Faint: from few tasks"),
            entry("NOT VERIFIED", "results are wrong, or failures that were raised on purpose are not all seen"),
            entry(
                    "CPUs free",
                    "the scheduler decides where a run is, and its service or client: on one CPU or on two they"
                            + " switch so much more or less for a task that runs differ by it alone. compare and"
                            + " sweep keep them apart (--place)"),
            entry("left, stops in", "for how long a run goes on before it is stopped"),
            entry("starts late, p99", "of an open load: 99 of 100 tasks began no later than this after their time"),
            entry("workload, state, since", "a task under an execution model, how its run stands, and for how long"),
            entry("target", "the server that runs ask in place of our own"));

    private static final List<Entry> OF_SETTINGS = List.of(
            entry("pool size", "OS threads of the model's pool, for tasks to run or wait on"),
            entry("event loops", "threads that never wait for one task alone; over: how they do input and output"),
            entry("latency", "for how long a task, or the service before its answer, waits"),
            entry("work", "CPU time that a task takes besides, after what it waits for has come"),
            entry("connections", "requests to the service that may be under way at once; none: no bound"),
            entry("tile side", "of the square picture that is blurred, in pixels"),
            entry(
                    "settings, placed, verified",
                    "of a step: what it ran under, where it could run, and whether its results were right"),
            entry("before, after, times", "a step beside the one before it of the same run, and their ratio"));

    private static final List<Entry> OF_THREADS = List.of(
            entry("in runs", "OS threads of all runs together"),
            entry("mounted", "virtual threads that are on a carrier now, of how many carriers"),
            entry("queued", "virtual threads that could run and wait for a carrier"),
            entry("thread, tid", "its name, or that of a pool of them, and the kernel's number"),
            entry("on, age, does", "the CPU it was last on, how old its numbers are, what it waits for or is for"),
            entry("short-lived", "threads that came and went between two looks, per second"));

    private static final List<Entry> OF_THE_HEADER = List.of(
            entry("pressure", "time in which something waited: mean of the CPUs in use, 10 s", "/proc/pressure/cpu"),
            entry("up", "for how long the machine has been up"),
            entry("quota, memory limit", "what the cgroup of this monitor may use"),
            entry("PAUSED", "the picture is held still, and for how long; p goes on"),
            entry("cores, all", "the CPUs; x before a number: not for this process and its runs"),
            entry("thr, run", "OS threads and runnable, where there is little room"),
            entry("every", "how often is sampled: [ and ]"),
            entry(
                    "monitor, B/s out, sample",
                    "what this program costs: CPU in percent of a core, memory, bytes that it writes to the terminal,"
                            + " and how long a sample takes"));

    private Glossary() {}

    static List<Section> sections() {
        List<Section> all = new ArrayList<>();
        for (int i = 0; i < SECTIONS; i++) all.add(section(i));
        return all;
    }

    /** One of them, by its place from 0 on: each is made when somebody has scrolled to it. */
    static Section section(int place) {
        return switch (place) {
            case 0 -> work();
            case 1 -> cost();
            case 2 -> proofs();
            case 3 -> processes();
            case 4 -> cores();
            case 5 -> machine();
            default -> throw new IndexOutOfBoundsException(place);
        };
    }

    private static Section work() {
        List<Entry> tasks = runs(RunMetrics.WORK);
        for (RunDistribution times : TimeMetrics.ALL) tasks.add(entry(times.title, "of tasks: " + times.words));
        tasks.addAll(OF_TASKS);
        tasks.addAll(OF_SETTINGS);
        return new Section("what a run does", tasks);
    }

    private static Section cost() {
        List<Entry> cost = runs(RunMetrics.COST);
        cost.addAll(runs(RunMetrics.STATE));
        return new Section("what it costs", cost);
    }

    /** Those of a family that are on the screen, each under the words that stand beside it there. */
    private static List<Entry> runs(List<RunMetric> family) {
        List<Entry> entries = new ArrayList<>();
        for (RunMetric metric : family) {
            String words = metric.metric().words();
            add(entries, label(metric), words, metric.metric().source());
            if (metric.total().isPresent()) add(entries, label(metric.inAll()), words + ", since the run began", "");
        }
        return entries;
    }

    private static void add(List<Entry> entries, String label, String words, String source) {
        if (!label.isEmpty()) entries.add(entry(label, words, source));
    }

    /** Empty where it is not on the screen. */
    private static String label(RunMetric metric) {
        if (metric.inColumn().isEmpty() || metric.inColumn().equals(metric.inDetail())) return metric.inDetail();
        return metric.inDetail().isEmpty() ? metric.inColumn() : metric.inColumn() + ", " + metric.inDetail();
    }

    private static Section proofs() {
        List<Entry> entries = new ArrayList<>();
        for (RunMetric extra : ExtraMetrics.KNOWN) entries.add(of(extra.metric()));
        entries.add(entry("per task", "of the run-queue wait and the work: what a task had of it, on average"));
        return new Section("what a task is there to show", entries);
    }

    private static Entry of(Metric metric) {
        return entry(metric.title(), metric.words(), metric.source());
    }

    /** Rates have their unit beside them there. */
    private static Entry ofMachine(Metric metric) {
        boolean rate = metric == HostMetrics.SWITCHES_PER_S || metric == HostMetrics.INTERRUPTS_PER_S;
        return entry(metric.title() + (rate ? "/s" : ""), metric.words(), metric.source());
    }

    private static Section cores() {
        List<Entry> entries = new ArrayList<>();
        for (Metric metric : HostMetrics.OF_CORES)
            entries.add(entry(CoresPanel.words(metric), metric.words(), metric.source()));
        return new Section("the cores", entries);
    }

    private static Section processes() {
        List<Entry> entries = new ArrayList<>(OF_THREADS);
        entries.add(entry("process, pid, command", "its name, the kernel's number, and how it was started"));
        for (ProcessColumn column : ProcessColumn.ALL)
            if (column.metric.isPresent() && !column.metric.get().words().isEmpty())
                entries.add(entry(
                        column.title(),
                        column.metric.get().words(),
                        column.metric.get().source()));
        entries.add(entry(
                "at least",
                "threads are missing that ended unseen",
                "a sum over /proc/PID/task, where the kernel's account of the whole process (taskstats) may not be"
                        + " asked"));
        return new Section("threads, and processes that are watched (a, --pid)", entries);
    }

    private static Section machine() {
        List<Entry> entries = new ArrayList<>();
        for (Metric metric : HostMetrics.ALL)
            if (!metric.words().isEmpty() && !HostMetrics.OF_CORES.contains(metric)) entries.add(ofMachine(metric));
        entries.addAll(OF_THE_HEADER);
        entries.add(entry(
                "names in switches, rest",
                "the three busiest of all other processes, where the machine has 5,000 switches a second and more;"
                        + " rest: all that have no name",
                "taskstats of whole processes, if they may be asked (CAP_NET_ADMIN), from three busy seconds on; else,"
                        + " and before, how often their living threads got a CPU, by schedstat, those that were quiet"
                        + " in turn: at least so much"));
        entries.add(
                entry("load", "about how many threads ran or wanted to, over 1, 5 and 15 minutes", "/proc/loadavg"));
        return new Section("the machine", entries);
    }

    private static Entry entry(String word, String words) {
        return new Entry(word, words, "");
    }

    private static Entry entry(String word, String words, String source) {
        return new Entry(word, words, source);
    }
}
