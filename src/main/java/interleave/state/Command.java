package interleave.state;

import interleave.metric.ProcessReadings;
import interleave.metric.ThreadTable;
import interleave.run.RunId;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.time.Duration;

/** Something that the user interface asks of the rest of the monitor. */
public sealed interface Command {
    record Start(RunSpec spec) implements Command {
        public Start(Workload workload, Load load) {
            this(RunSpec.of(workload, load));
        }
    }

    record Stop(RunId id) implements Command {}

    record StopAll() implements Command {}

    record ChangeLoad(RunId id, Load load) implements Command {}

    record Tune(RunId id, Knob knob, long value) implements Command {}

    /** Sample at this interval from now on. */
    record Pace(Duration interval) implements Command {}

    /** The steps of this scene, to a file. */
    record WriteSteps(Scene scene) implements Command {}

    /** Look at these threads from now on, and at no others. */
    record Threads(ThreadTable.Scope scope) implements Command {}

    record Lab(LabOrder order) implements Command {}

    /** Look at all processes, so that one can be chosen; or no longer. */
    record Choosing(boolean on) implements Command {}

    /** Watch a process from now on; or no longer. */
    record Watch(int pid, boolean on) implements Command {}

    /** Ask a JVM for the names of its threads. */
    record NameThreads(ProcessReadings.Id process) implements Command {}

    record Repaint() implements Command {}

    /** @param words for the shell's screen; empty: none */
    record Suspend(String words) implements Command {}

    record Quit(int status) implements Command {}
}
