package interleave.state;

import interleave.metric.Load;
import interleave.metric.Workload;
import interleave.supervisor.RunId;
import java.time.Duration;

/** Something that the user interface asks of the rest of the monitor. */
public sealed interface Command {
    record Start(Workload workload, Load load) implements Command {}

    record Stop(RunId id) implements Command {}

    record StopAll() implements Command {}

    record ChangeLoad(RunId id, Load load) implements Command {}

    /** Sample at this interval from now on. */
    record Pace(Duration interval) implements Command {}

    record Repaint() implements Command {}

    record Suspend() implements Command {}

    record Quit(int status) implements Command {}
}
