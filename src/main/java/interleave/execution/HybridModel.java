package interleave.execution;

import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Unable;

/** Event loops for what waits, which stay free since a pool of threads takes what computes. Ends come as callbacks. */
public final class HybridModel extends LoopModel {
    public HybridModel(TaskInfo task, TaskSetup setup, int loopNumber, int poolSize) throws Unable {
        super(task, setup, loopNumber, new Pool("pool", poolSize));
    }

    @Override
    LoopChain chain(Loops on, TaskSlot slot) {
        return new CallbackChain(on, slot);
    }
}
