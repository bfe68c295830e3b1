package interleave.state;

import interleave.metric.WorkloadInfo;
import interleave.screen.Glyphs;
import java.util.List;

/**
 * What stays as it is while the monitor lives.
 *
 * @param menu the workloads, in the order of the table
 * @param cores how many CPUs to make room for until the first sample tells
 * @param readOnly whether starting and stopping is off
 */
public record Setup(List<WorkloadInfo> menu, Glyphs glyphs, int cores, boolean readOnly) {
    public Setup {
        menu = List.copyOf(menu);
    }
}
