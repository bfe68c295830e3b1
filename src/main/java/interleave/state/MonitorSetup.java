package interleave.state;

import interleave.screen.Glyphs;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stays as it is while the monitor lives.
 *
 * @param menu the workloads: those with a key in the order of the table, then all others by task and model
 * @param matrix the same as a table
 * @param cores how many CPUs to make room for until the first sample tells
 * @param readOnly whether starting and stopping is off
 * @param runFor after which time a run is stopped; empty: it goes on until it is told to stop
 * @param latency what waits take at first; empty: what each workload says
 */
public record MonitorSetup(
        List<WorkloadInfo> menu,
        Matrix matrix,
        Glyphs glyphs,
        int cores,
        boolean readOnly,
        Optional<Duration> runFor,
        Optional<Duration> latency) {
    /** A forgotten run does not heat a machine for days. */
    public static final Duration AN_HOUR = Duration.ofHours(1);

    public MonitorSetup {
        menu = List.copyOf(menu);
    }

    public MonitorSetup(List<WorkloadInfo> menu, Glyphs glyphs, int cores, boolean readOnly) {
        this(menu, glyphs, cores, readOnly, Optional.of(AN_HOUR), Optional.empty());
    }

    public MonitorSetup(
            List<WorkloadInfo> menu,
            Glyphs glyphs,
            int cores,
            boolean readOnly,
            Optional<Duration> runFor,
            Optional<Duration> latency) {
        this(menu, Matrix.of(menu), glyphs, cores, readOnly, runFor, latency);
    }
}
