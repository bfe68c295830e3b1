package interleave.panel;

import static interleave.metric.ThreadMetrics.CPU_PERCENT;
import static interleave.metric.ThreadMetrics.INVOLUNTARY_SWITCHES_PER_S;
import static interleave.metric.ThreadMetrics.RUN_QUEUE_WAIT_PERCENT;
import static interleave.metric.ThreadMetrics.SWITCHES_PER_S;
import static interleave.metric.ThreadMetrics.VOLUNTARY_SWITCHES_PER_S;
import static interleave.screen.Columns.Shape.left;
import static interleave.screen.Columns.Shape.right;

import interleave.metric.Metric;
import interleave.screen.Columns;
import interleave.screen.Columns.Shape;
import interleave.state.ThreadOrder;
import java.util.List;
import java.util.Optional;

/** A column of the table of threads, and the number that it shows. */
enum ThreadColumn implements Columns.Column {
    TID(right("tid", 7).dropped(5)),
    NAME(left("thread", 17).downTo(8).upTo(34)),
    PROCESS(left("process", 12).upTo(22).dropped(3)),
    CPU(right("CPU %", 5).upTo(7), CPU_PERCENT),
    SWITCHES(right("sw/s", 6).upTo(8), SWITCHES_PER_S),
    VOLUNTARY(right("vol/s", 6).upTo(8).dropped(6), VOLUNTARY_SWITCHES_PER_S),
    INVOLUNTARY(right("invol/s", 7).upTo(8).dropped(4), INVOLUNTARY_SWITCHES_PER_S),
    WAIT(right("wait %", 6).upTo(8).dropped(2), RUN_QUEUE_WAIT_PERCENT),
    ON(right("on", 4).upTo(5).dropped(7)),
    AGE(right("age", 5).upTo(6).dropped(9)),
    DOES(left("does", 26).upTo(64).dropped(8));

    static final List<ThreadColumn> ALL = List.of(values());

    final Optional<Metric> metric;
    private final Shape shape;

    ThreadColumn(Shape shape) {
        this.shape = shape;
        this.metric = Optional.empty();
    }

    ThreadColumn(Shape shape, Metric metric) {
        this.shape = shape;
        this.metric = Optional.of(metric);
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

    /** Of a column that shows a number. */
    Format format() {
        return Format.of(metric.orElseThrow());
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
