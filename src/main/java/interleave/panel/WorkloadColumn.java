package interleave.panel;

import static interleave.screen.Columns.Shape.left;
import static interleave.screen.Columns.Shape.right;

import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Columns;
import interleave.screen.Columns.Shape;
import interleave.spec.Load;
import interleave.spec.Workload;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;

/** A column of the table of workloads, and the number that it shows. */
enum WorkloadColumn implements Columns.Column {
    MARK(left("", 2)),
    NAME(left("workload", 15)),
    STATE(left("state", 8).dropped(4)),
    AGE(right("since", 6).dropped(13)),
    LEFT(right("left", 6).dropped(16)),
    LOAD(right("load", 5).upTo(8).dropped(3)),
    TASKS(right("tasks/s", 7).downTo(5).upTo(8)),
    BEHIND(right("behind", 7).dropped(8)),
    DROPPED(right("dropped", 7).dropped(7)),
    HISTORY(right("", 8).upTo(36).dropped(9)),
    P50(right("p50", 7).upTo(9).dropped(12)),
    P99(right("p99", 7).upTo(9).dropped(5)),
    CPU(right("CPU %", 5).upTo(7).dropped(2)),
    OS_THREADS(right("OS", 4).upTo(7).dropped(6)),
    VIRTUAL(right("virtual", 7).upTo(8).dropped(14)),
    SWITCHES(right("sw/s", 5).upTo(8).dropped(10)),
    PER_TASK(right("sw/task", 7).upTo(9)),
    COST(right("\u00B5s/task", 7).upTo(9)),
    MEMORY(right("memory", 6).upTo(8).dropped(15)),
    FAILED(right("failed", 6).upTo(8).dropped(11));

    static final List<WorkloadColumn> ALL = List.of(values());

    private static final List<WorkloadColumn> CLOSED = closed();

    private final Shape shape;

    WorkloadColumn(Shape shape) {
        this.shape = shape;
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
        return Format.of(metric().metric());
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
        int longest = NAME.shape.width();
        for (int line : scene.lines()) {
            Workload workload = scene.slots().get(line).info().workload();
            longest = Math.max(
                    longest, workload.task().length() + 1 + workload.model().length());
        }
        return new Columns.Wish<>(NAME, longest, HISTORY.shape.dropped());
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
