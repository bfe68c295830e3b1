package interleave.execution;

import interleave.task.Setup;
import interleave.task.TaskInfo;

/** Few threads for all tasks, which get their ends, and their failures, as callbacks. What computes blocks them. */
public final class EventLoopModel extends LoopModel {
    public EventLoopModel(TaskInfo task, Setup setup, int loopNumber) {
        super(task, setup, loopNumber);
    }

    @Override
    LoopChain chain(Loops on, Slot slot) {
        return new CallbackChain(on, slot);
    }
}
