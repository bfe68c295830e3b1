package interleave.execution;

import interleave.metric.Knob;
import interleave.task.Place;
import interleave.task.Setup;
import interleave.task.Task;
import interleave.task.TaskInfo;
import java.util.List;
import java.util.Map;

/** Few threads for all tasks, which get their ends, and their failures, as callbacks. What computes blocks them. */
final class EventLoopModel implements Model {
    private final Loops loops;

    EventLoopModel(TaskInfo task, Setup setup, int number) {
        loops = new Loops(task, setup, Place.ON_THE_LOOP, number);
    }

    @Override
    public List<? extends Task> tasks() {
        return loops.tasks();
    }

    @Override
    public void run(Slot slot) {
        new CallbackChain(loops, slot).go();
    }

    @Override
    public void tune(Knob knob, long value) {
        if (knob == Knob.LOOPS) loops.resize((int) value);
    }

    @Override
    public Map<String, Double> extra() {
        return loops.extra();
    }

    @Override
    public void closeTasks() {
        loops.closeTasks();
    }

    @Override
    public void close() {
        loops.close();
    }
}
