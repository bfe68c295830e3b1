package interleave.tasks.wait;

import interleave.spec.Proves.Question;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import interleave.task.Worked;

/** The tasks that wait. */
public final class WaitTasks {
    public static final TaskInfo TIMER = TaskInfo.named("timer", Kind.WAITING, "a wait of the latency")
            .waitsForTheLatency()
            .doesTheWork()
            .shows(
                    "single",
                    "one thread, one wait at a time: what a timer costs when nothing else is done meanwhile",
                    "one wait at a time: what a timer costs")
            .shows(
                    "event-loop",
                    "{loops:event loop}: each keeps its timers, by callbacks: hardly a kernel switch per task where"
                            + " many wait",
                    "{loops:loop}: few switches where many wait")
            .forms(
                    setup -> Worked.blocking(new TimerBlocking(setup), setup),
                    setup -> Worked.async(setup, place -> new TimerAsync(setup, place.loop())));

    public static final TaskInfo HANDOFF = TaskInfo.named(
                    "handoff", Kind.EXCHANGING, "a round trip between two parties that wake each other")
            .proves(Question.HANDOFF)
            .unfitFor("single", "one thread has nobody to hand over to")
            .forms(setup -> new Handoff(setup), setup -> place -> new HandoffAsync(place.loop()));

    private WaitTasks() {}
}
