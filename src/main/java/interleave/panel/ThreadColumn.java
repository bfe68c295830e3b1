package interleave.panel;

import interleave.metric.Metric;
import interleave.metric.ThreadMetrics;
import interleave.screen.Columns;
import interleave.state.ThreadOrder;
import java.util.List;
import java.util.Optional;

/** A column of the table of threads: its width, and its place in the order of being dropped. */
enum ThreadColumn implements Columns.Column {
    TID("tid", 7, 7, 5, Format.COUNT, Optional.empty()),
    NAME("thread", 17, 34, 0, Format.COUNT, Optional.empty()),
    PROCESS("process", 12, 22, 3, Format.COUNT, Optional.empty()),
    CPU("CPU %", 5, 7, 0, Format.TENTHS, Optional.of(ThreadMetrics.CPU_PERCENT)),
    SWITCHES("sw/s", 6, 8, 0, Format.COUNT, Optional.of(ThreadMetrics.SWITCHES_PER_S)),
    VOLUNTARY("vol/s", 6, 8, 6, Format.COUNT, Optional.of(ThreadMetrics.VOLUNTARY_SWITCHES_PER_S)),
    INVOLUNTARY("invol/s", 7, 8, 4, Format.COUNT, Optional.of(ThreadMetrics.INVOLUNTARY_SWITCHES_PER_S)),
    WAIT("wait %", 6, 8, 2, Format.TENTHS, Optional.of(ThreadMetrics.RUN_QUEUE_WAIT_PERCENT)),
    ON("on", 4, 5, 7, Format.COUNT, Optional.empty()),
    AGE("age", 5, 6, 9, Format.COUNT, Optional.empty()),
    DOES("does", 26, 64, 8, Format.COUNT, Optional.empty());

    static final List<ThreadColumn> ALL = List.of(values());

    final String title;
    final Format format;
    final Optional<Metric> metric;
    private final int width;
    private final int widest;
    private final int dropped;

    ThreadColumn(String title, int width, int widest, int dropped, Format format, Optional<Metric> metric) {
        this.title = title;
        this.width = width;
        this.widest = widest;
        this.dropped = dropped;
        this.format = format;
        this.metric = metric;
    }

    /** The column whose number an order goes by; of names, what is told of the busiest. */
    static ThreadColumn of(ThreadOrder order) {
        return switch (order) {
            case SWITCHES -> SWITCHES;
            case CPU, NAME -> CPU;
            case WAIT -> WAIT;
        };
    }

    boolean orders(ThreadOrder order) {
        return order == ThreadOrder.NAME ? this == NAME : this == of(order);
    }

    /** True if it begins at the left edge of its place. */
    boolean left() {
        return this == NAME || this == PROCESS || this == DOES;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int least() {
        return this == NAME ? 8 : width;
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
