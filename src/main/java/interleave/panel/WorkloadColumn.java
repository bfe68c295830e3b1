package interleave.panel;

import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Columns;
import interleave.spec.Load;
import interleave.spec.Workload;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;

/** A column of the workload table: its width, its place in the order of being dropped, and the metric that it shows. */
enum WorkloadColumn implements Columns.Column {
    MARK("", 2, 2, 2, 0),
    NAME("workload", 15, 15, 15, 0),
    STATE("state", 8, 8, 8, 4),
    AGE("since", 6, 6, 6, 13),
    LEFT("left", 6, 6, 6, 16),
    LOAD("load", 5, 5, 8, 3),
    TASKS("tasks/s", 7, 5, 8, 0),
    BEHIND("behind", 7, 7, 7, 8),
    DROPPED("dropped", 7, 7, 7, 7),
    HISTORY("", 8, 8, 36, 9),
    P50("p50", 7, 7, 9, 12),
    P99("p99", 7, 7, 9, 5),
    CPU("CPU %", 5, 5, 7, 2),
    OS_THREADS("OS", 4, 4, 7, 6),
    VIRTUAL("virtual", 7, 7, 8, 14),
    SWITCHES("sw/s", 5, 5, 8, 10),
    PER_TASK("sw/task", 7, 7, 9, 0),
    COST("\u00B5s/task", 7, 7, 9, 0),
    MEMORY("memory", 6, 6, 8, 15),
    FAILED("failed", 6, 6, 8, 11);

    static final List<WorkloadColumn> ALL = List.of(values());

    private static final List<WorkloadColumn> CLOSED = closed();

    private final String title;
    private final int width;
    private final int least;
    private final int widest;
    private final int dropped;

    WorkloadColumn(String title, int width, int least, int widest, int dropped) {
        this.title = title;
        this.width = width;
        this.least = least;
        this.widest = widest;
        this.dropped = dropped;
    }

    /** The number that it shows: of those from {@link #TASKS} on, without {@link #HISTORY}. */
    // start-up: not a part of each column, since that would load the catalogue for a table in which nothing runs.
    RunMetric metric() {
        return switch (this) {
            case TASKS, HISTORY -> WorkMetrics.TASKS_PER_S;
            case BEHIND -> WorkMetrics.BEHIND_NOW_MS;
            case DROPPED -> WorkMetrics.DROPPED.inAll();
            case P50 -> TimeMetrics.RESPONSE.at(Percentile.P50);
            case P99 -> TimeMetrics.RESPONSE.at(Percentile.P99);
            case CPU -> CostMetrics.CPU_PERCENT;
            case OS_THREADS -> StateMetrics.OS_THREADS;
            case VIRTUAL -> StateMetrics.VIRTUAL_THREADS;
            case SWITCHES -> CostMetrics.SWITCHES_PER_S;
            case PER_TASK -> CostMetrics.SWITCHES_PER_TASK;
            case COST -> CostMetrics.CPU_US_PER_TASK;
            case MEMORY -> StateMetrics.RSS_BYTES;
            case FAILED -> WorkMetrics.FAILED.inAll();
            case MARK, NAME, STATE, AGE, LEFT, LOAD -> throw new IllegalStateException(this + " shows no number");
        };
    }

    /** True if it shows a number of a run. */
    boolean measured() {
        return ordinal() >= TASKS.ordinal() && this != HISTORY;
    }

    /** The way in which its number is written. */
    Format format() {
        return switch (this) {
            case BEHIND, P50, P99 -> Format.MILLISECONDS;
            case CPU, COST -> Format.TENTHS;
            case PER_TASK -> Format.PER_TASK;
            case MEMORY -> Format.BYTES;
            default -> Format.COUNT;
        };
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
