package interleave.panel;

import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.screen.Columns;
import java.util.List;
import java.util.Optional;

/** A column of the table of processes: its width, and its place in the order of being dropped. */
enum ProcessColumn implements Columns.Column {
    PID("pid", 7, 7, 0, Format.COUNT, Optional.empty()),
    NAME("process", 15, 32, 0, Format.COUNT, Optional.empty()),
    CPU("CPU %", 5, 7, 0, Format.TENTHS, Optional.of(ProcessMetrics.CPU_PERCENT)),
    THREADS("OS", 5, 7, 4, Format.COUNT, Optional.of(ProcessMetrics.OS_THREADS)),
    SWITCHES("sw/s", 6, 8, 0, Format.COUNT, Optional.of(ProcessMetrics.SWITCHES_PER_S)),
    VOLUNTARY("vol/s", 6, 8, 5, Format.COUNT, Optional.of(ProcessMetrics.VOLUNTARY_SWITCHES_PER_S)),
    INVOLUNTARY("invol/s", 7, 8, 3, Format.COUNT, Optional.of(ProcessMetrics.INVOLUNTARY_SWITCHES_PER_S)),
    WAIT("wait %", 6, 8, 2, Format.TENTHS, Optional.of(ProcessMetrics.RUN_QUEUE_WAIT_PERCENT)),
    FAULTS("faults", 6, 8, 7, Format.COUNT, Optional.of(ProcessMetrics.PAGE_FAULTS_PER_S)),
    MEMORY("memory", 6, 8, 7, Format.BYTES, Optional.of(ProcessMetrics.RSS_BYTES)),
    CPU_HISTORY("CPU", 10, 30, 10, Format.TENTHS, Optional.empty()),
    SWITCH_HISTORY("switches", 8, 48, 6, Format.COUNT, Optional.empty());

    static final List<ProcessColumn> ALL = List.of(values());

    final String title;
    final Format format;
    final Optional<Metric> metric;
    private final int width;
    private final int widest;
    private final int dropped;

    ProcessColumn(String title, int width, int widest, int dropped, Format format, Optional<Metric> metric) {
        this.title = title;
        this.width = width;
        this.widest = widest;
        this.dropped = dropped;
        this.format = format;
        this.metric = metric;
    }

    /** The number of a column that has one. */
    Reading of(ProcessReadings process) {
        return process.of(metric.orElseThrow());
    }

    /** True if it is counted over threads, of which some may have ended unseen. */
    boolean counted() {
        return metric.isPresent() && ProcessMetrics.overThreads(metric.get());
    }

    boolean left() {
        return this == NAME || history();
    }

    boolean history() {
        return this == CPU_HISTORY || this == SWITCH_HISTORY;
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
