package interleave.state;

import interleave.metric.Load;
import interleave.metric.WorkloadInfo;
import java.util.Optional;

/**
 * A line of the workload table.
 *
 * @param load what it runs under, or would be started under
 * @param run its newest run, going on or over
 */
public record Slot(WorkloadInfo info, Load load, Optional<RunView> run) {
    public boolean live() {
        return run.isPresent() && run.get().live();
    }

    Slot with(RunView next) {
        return new Slot(info, next.status().load(), Optional.of(next));
    }

    Slot with(Load next) {
        return new Slot(info, next, run);
    }
}
