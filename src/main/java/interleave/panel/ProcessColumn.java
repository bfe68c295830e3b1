package interleave.panel;

import static interleave.metric.ProcessMetrics.CPU_PERCENT;
import static interleave.metric.ProcessMetrics.INVOLUNTARY_SWITCHES_PER_S;
import static interleave.metric.ProcessMetrics.OS_THREADS;
import static interleave.metric.ProcessMetrics.PAGE_FAULTS_PER_S;
import static interleave.metric.ProcessMetrics.RSS_BYTES;
import static interleave.metric.ProcessMetrics.RUN_QUEUE_WAIT_PERCENT;
import static interleave.metric.ProcessMetrics.SWITCHES_PER_S;
import static interleave.metric.ProcessMetrics.VOLUNTARY_SWITCHES_PER_S;
import static interleave.screen.Columns.Shape.left;
import static interleave.screen.Columns.Shape.right;

import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.screen.Columns;
import interleave.screen.Columns.Shape;
import java.util.List;
import java.util.Optional;

/** A column of the table of watched processes, and the number that it shows. */
enum ProcessColumn implements Columns.Column {
    PID(right("pid", 7)),
    NAME(left("process", 15).downTo(8).upTo(32)),
    CPU(right("CPU %", 5).upTo(7), CPU_PERCENT),
    THREADS(right("OS", 5).upTo(7).dropped(4), OS_THREADS),
    SWITCHES(right("sw/s", 6).upTo(8), SWITCHES_PER_S),
    VOLUNTARY(right("vol/s", 6).upTo(8).dropped(5), VOLUNTARY_SWITCHES_PER_S),
    INVOLUNTARY(right("invol/s", 7).upTo(8).dropped(3), INVOLUNTARY_SWITCHES_PER_S),
    WAIT(right("wait %", 6).upTo(8).dropped(2), RUN_QUEUE_WAIT_PERCENT),
    FAULTS(right("faults", 6).upTo(8).dropped(7), PAGE_FAULTS_PER_S),
    MEMORY(right("memory", 6).upTo(8).dropped(7), RSS_BYTES),
    CPU_HISTORY(left("CPU", 10).upTo(30).dropped(10)),
    SWITCH_HISTORY(left("switches", 8).upTo(48).dropped(6));

    static final List<ProcessColumn> ALL = List.of(values());

    final Optional<Metric> metric;
    private final Shape shape;

    ProcessColumn(Shape shape) {
        this.shape = shape;
        this.metric = Optional.empty();
    }

    ProcessColumn(Shape shape, Metric metric) {
        this.shape = shape;
        this.metric = Optional.of(metric);
    }

    /** The number of a column that has one. */
    Reading of(ProcessReadings process) {
        return process.of(metric.orElseThrow());
    }

    Format format() {
        return Format.of(metric.orElseThrow());
    }

    /** True if it is counted over threads, of which some may have ended unseen. */
    boolean counted() {
        return metric.isPresent() && ProcessMetrics.overThreads(metric.get());
    }

    boolean history() {
        return this == CPU_HISTORY || this == SWITCH_HISTORY;
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
