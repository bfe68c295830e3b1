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
 * @param latency what waits take at first; empty: what each workload says
 */
public record MonitorSetup(
        List<WorkloadInfo> menu,
        Matrix matrix,
        Glyphs glyphs,
        int cores,
        boolean readOnly,
        Optional<Duration> latency) {
    public MonitorSetup {
        menu = List.copyOf(menu);
    }

    public MonitorSetup(List<WorkloadInfo> menu, Glyphs glyphs, int cores, boolean readOnly) {
        this(menu, glyphs, cores, readOnly, Optional.empty());
    }

    public MonitorSetup(
            List<WorkloadInfo> menu, Glyphs glyphs, int cores, boolean readOnly, Optional<Duration> latency) {
        this(menu, Matrix.of(menu), glyphs, cores, readOnly, latency);
    }
}
