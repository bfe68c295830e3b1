package interleave.state;

import interleave.metric.Closeup;
import interleave.metric.JavaNames;
import interleave.metric.ProcessReadings;
import interleave.metric.Readings;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.util.List;

/** Something that happened and may change what the user sees. Immutable; posted to the user interface's one queue. */
public sealed interface Event {
    record Pressed(Key key) implements Event {}

    /** Something was pasted, and dropped. */
    record Pasted() implements Event {}

    record Resized(Size size) implements Event {}

    /** Something outside asks this process to stop as ^Z does. */
    record SuspendAsked() implements Event {}

    /** The process is in the foreground again, and nothing is left of the picture. */
    record Resumed() implements Event {}

    /** The terminal takes pictures again, having refused one. */
    record Ready() implements Event {}

    /**
     * A tick of the sampler.
     *
     * @param secondOfDay the wall clock's, local time
     * @param terminalBytes written to the terminal since the start
     */
    record Sampled(Readings readings, int secondOfDay, long terminalBytes) implements Event {}

    /** A look at what somebody wants to see closely, between two ticks of the sampler. */
    record Closer(Closeup closeup) implements Event {}

    /** A JVM has told the names of its threads. */
    record Named(JavaNames names) implements Event {}

    /** A JVM could not be asked, or did not answer. */
    record NotNamed(ProcessReadings.Id process, String why) implements Event {}

    record Run(RunEvent news) implements Event {}

    /** The command line asks for these runs, in this order. */
    record Asked(List<Workload> workloads) implements Event {
        public Asked {
            workloads = List.copyOf(workloads);
        }
    }

    /** The supervisor took on a run; its first status is still under way. */
    record Started(RunId id, RunSpec spec) implements Event {
        public Started(RunId id, Workload workload, Load load) {
            this(id, RunSpec.of(workload, load));
        }
    }

    record Lab(LabNews news) implements Event {}

    /** Something that people should know of, and that is no run's. */
    record Told(String words) implements Event {}

    /** The terminal or the system asks for the end. */
    record Ended(String why, int status) implements Event {}
}
