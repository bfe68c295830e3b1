package interleave.tasks.lab;

import interleave.task.Kind;
import interleave.task.TaskInfo;

/** The tasks that claims alone need. */
public final class LabTasks {
    private static final String BEAT = "a heartbeat: a timer that is due in a millisecond";

    public static final TaskInfo HEARTBEAT_AWAITING = TaskInfo.named(
                    "heartbeat-awaiting",
                    Kind.EXCHANGING,
                    BEAT + ", while the same loop awaits one answer after another")
            .waitsForTheLatency()
            .forms(setup -> new Beat(), setup -> place -> new Heartbeat(setup, place.loop(), false));

    public static final TaskInfo HEARTBEAT_BLOCKING = TaskInfo.named(
                    "heartbeat-blocking", Kind.EXCHANGING, BEAT + ", while the same loop blocks for one after another")
            .waitsForTheLatency()
            .forms(setup -> new Beat(), setup -> place -> new Heartbeat(setup, place.loop(), true));

    public static final TaskInfo ERRORS = TaskInfo.named(
                    "errors", Kind.EXCHANGING, "a question that fails, and a look at who is named in the stack trace")
            .waitsForTheLatency()
            .forms(setup -> new Errors(setup), setup -> place -> new ErrorsAsync(setup, place.loop()));

    private LabTasks() {}
}
