package interleave.execution;

import interleave.task.Setup;
import interleave.task.TaskInfo;
import interleave.task.Unable;

/** Few threads for all tasks, which get their ends, and their failures, as callbacks. What computes blocks them. */
final class EventLoopModel extends LoopModel {
    EventLoopModel(TaskInfo task, Setup setup, int loopNumber) throws Unable {
        super(task, setup, loopNumber);
    }

    @Override
    LoopChain chain(Loops on, Slot slot) {
        return new CallbackChain(on, slot);
    }
}
