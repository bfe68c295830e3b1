package interleave.panel;

import interleave.screen.Columns;
import java.util.List;

/** A column of the workload table: its width, its place in the order of being dropped, and its words for the help where it
 * needs any. */
enum WorkloadColumn implements Columns.Column {
    MARK("", 2, 2, 2, 0, ""),
    NAME("workload", 15, 15, 22, 0, ""),
    STATE("state", 8, 8, 8, 5, ""),
    AGE("since", 6, 6, 6, 12, ""),
    LOAD("load", 5, 5, 8, 4, "tasks kept in flight, or with /s starts per second by plan; + and - change it"),
    TASKS("tasks/s", 7, 5, 8, 0, "tasks completed per second, as the worker counts them"),
    HISTORY("", 8, 8, 36, 8, ""),
    P50("p50", 7, 7, 9, 10, "response time that half of the tasks stay below, from planned start to end"),
    P99("p99", 7, 7, 9, 6, "response time that 99 of 100 tasks stay below, from planned start to end"),
    CPU("CPU %", 5, 5, 7, 3, "getrusage of the worker, all its threads; 100 is one core"),
    OS_THREADS("OS", 4, 4, 7, 7, "kernel threads of the worker, the JVM's own among them"),
    VIRTUAL("virtual", 7, 7, 8, 13, "virtual threads alive, as the worker counts them"),
    SWITCHES("sw/s", 5, 5, 8, 9, "kernel switches of the worker per second: getrusage, voluntary and involuntary"),
    PER_TASK("sw/task", 7, 7, 9, 0, "kernel switches per task: the worker's switches over its tasks"),
    COST("\u00B5s/task", 7, 7, 9, 0, "CPU time per task: the worker's user and system time over its tasks"),
    MEMORY("memory", 6, 6, 8, 14, "resident memory of the worker"),
    FAILED("failed", 6, 6, 8, 11, "tasks that failed, since the run began");

    static final List<WorkloadColumn> ALL = List.of(values());

    private final String title;
    private final int width;
    private final int least;
    private final int widest;
    private final int dropped;
    final String words;

    WorkloadColumn(String title, int width, int least, int widest, int dropped, String words) {
        this.title = title;
        this.width = width;
        this.least = least;
        this.widest = widest;
        this.dropped = dropped;
        this.words = words;
    }

    String title(String micro) {
        return this == COST ? micro + "s/task" : title;
    }

    boolean explained() {
        return !words.isEmpty();
    }

    boolean left() {
        return this == MARK || this == NAME || this == STATE;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int least() {
        return least;
    }

    @Override
    public int widest() {
        return widest;
    }

    @Override
    public int dropped() {
        return dropped;
    }
}
