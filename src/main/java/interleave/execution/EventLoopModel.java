package interleave.execution;

import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Unable;

/** Few threads for all tasks, which get their ends, and their failures, as callbacks. What computes blocks them. */
public final class EventLoopModel extends LoopModel {
    public EventLoopModel(TaskInfo task, TaskSetup setup, int loopNumber) throws Unable {
        super(task, setup, loopNumber);
    }

    @Override
    LoopChain chain(Loops on, TaskSlot slot) {
        return new CallbackChain(on, slot);
    }
}
