package interleave.panel;

import interleave.screen.Columns;
import interleave.spec.Load;
import interleave.spec.Workload;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;

/** A column of the workload table: its width, its place in the order of being dropped, and its words for the help where it
 * needs any. */
enum WorkloadColumn implements Columns.Column {
    MARK("", 2, 2, 2, 0, ""),
    NAME("workload", 15, 15, 15, 0, ""),
    STATE("state", 8, 8, 8, 4, ""),
    AGE("since", 6, 6, 6, 13, ""),
    LEFT("left", 6, 6, 6, 16, "for how long it goes on before it is stopped"),
    LOAD("load", 5, 5, 8, 3, "tasks in flight; with /s starts per second, with ~ at random"),
    TASKS("tasks/s", 7, 5, 8, 0, "tasks completed per second, as the worker counts them"),
    BEHIND("behind", 7, 7, 7, 8, "of a load with /s: by how much the next start of the plan is overdue"),
    DROPPED("dropped", 7, 7, 7, 7, "of a load with /s: starts left out because too many tasks were in flight"),
    HISTORY("", 8, 8, 36, 9, ""),
    P50("p50", 7, 7, 9, 12, "half of the tasks respond within it, from planned start to end"),
    P99("p99", 7, 7, 9, 5, "99 of 100 tasks respond within it, from planned start to end"),
    CPU("CPU %", 5, 5, 7, 2, "getrusage of the worker, all its threads; 100 is one core"),
    OS_THREADS("OS", 4, 4, 7, 6, "kernel threads of the worker, the JVM's own among them"),
    VIRTUAL("virtual", 7, 7, 8, 14, "virtual threads alive, as the worker counts them"),
    SWITCHES("sw/s", 5, 5, 8, 10, "kernel switches of the worker per second: getrusage, voluntary and involuntary"),
    PER_TASK("sw/task", 7, 7, 9, 0, "kernel switches per task: the worker's switches over its tasks"),
    COST("\u00B5s/task", 7, 7, 9, 0, "CPU time per task, user and system; switching itself is in it"),
    MEMORY("memory", 6, 6, 8, 15, "resident memory of the worker"),
    FAILED("failed", 6, 6, 8, 11, "tasks that failed, since the run began");

    static final List<WorkloadColumn> ALL = List.of(values());

    private static final List<WorkloadColumn> CLOSED = closed();

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

    private static List<WorkloadColumn> closed() {
        List<WorkloadColumn> closed = new ArrayList<>(ALL);
        closed.remove(BEHIND);
        closed.remove(DROPPED);
        return List.copyOf(closed);
    }

    /** Those that have something to say. */
    static List<WorkloadColumn> of(Scene scene) {
        for (WorkloadCell slot : scene.slots())
            if (slot.run().isPresent() && slot.load() instanceof Load.Open) return ALL;
        return CLOSED;
    }

    /** Names are to be read in full: the columns that go first on a narrow screen, down to the history, go for them. */
    static Columns.Wish<WorkloadColumn> names(Scene scene) {
        int longest = NAME.width;
        for (int line : scene.lines()) {
            Workload workload = scene.slots().get(line).info().workload();
            longest = Math.max(
                    longest, workload.task().length() + 1 + workload.model().length());
        }
        return new Columns.Wish<>(NAME, longest, HISTORY.dropped);
    }

    String title(String micro) {
        return this == COST ? micro + "s/task" : title;
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
