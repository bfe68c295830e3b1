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
            entry("left, stops in", "for how long a run goes on before it is stopped"));

    private Glossary() {}

    static List<Section> sections() {
        List<Entry> tasks = runs(RunMetrics.WORK);
        for (RunDistribution times : TimeMetrics.ALL) tasks.add(entry(times.title, "of tasks: " + times.words));
        tasks.addAll(OF_TASKS);
        List<Entry> cost = runs(RunMetrics.COST);
        cost.addAll(runs(RunMetrics.STATE));
        return List.of(
                new Section("what a run does", tasks),
                new Section("what it costs", cost),
                proofs(),
                processes(),
                cores(),
                machine());
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
        return metric.inColumn().isEmpty() ? metric.inDetail() : metric.inColumn();
    }

    private static Section proofs() {
        List<Entry> entries = new ArrayList<>();
        for (RunMetric extra : ExtraMetrics.KNOWN) entries.add(of(extra.metric()));
        return new Section("what a task is there to show", entries);
    }

    private static Entry of(Metric metric) {
        return entry(metric.title(), metric.words(), metric.source());
    }

    private static Section cores() {
        List<Entry> entries = new ArrayList<>();
        for (Metric metric : HostMetrics.OF_CORES) entries.add(of(metric));
        return new Section("the cores", entries);
    }

    private static Section processes() {
        List<Entry> entries = new ArrayList<>();
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
        return new Section("other processes, watched by --pid", entries);
    }

    private static Section machine() {
        List<Entry> entries = new ArrayList<>();
        for (Metric metric : HostMetrics.ALL)
            if (!metric.words().isEmpty() && !HostMetrics.OF_CORES.contains(metric)) entries.add(of(metric));
        entries.add(entry(
                "names in switches",
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
