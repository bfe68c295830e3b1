package interleave.state;

import interleave.metric.Metric;
import interleave.metric.ThreadMetrics;
import java.util.Optional;

/** The order of the rows of threads. */
public enum ThreadOrder {
    SWITCHES("switches", Optional.of(ThreadMetrics.SWITCHES_PER_S)),
    CPU("CPU", Optional.of(ThreadMetrics.CPU_PERCENT)),
    WAIT("run-queue wait", Optional.of(ThreadMetrics.RUN_QUEUE_WAIT_PERCENT)),
    NAME("name", Optional.empty());

    public final String title;
    /** The most comes first; empty: by name. */
    final Optional<Metric> metric;

    ThreadOrder(String title, Optional<Metric> metric) {
        this.title = title;
        this.metric = metric;
    }

    ThreadOrder next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
