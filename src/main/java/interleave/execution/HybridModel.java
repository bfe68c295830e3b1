package interleave.execution;

import interleave.task.Setup;
import interleave.task.TaskInfo;
import interleave.task.Unable;

/** Event loops for what waits, which stay free since a pool of threads takes what computes. Ends come as callbacks. */
final class HybridModel extends LoopModel {
    HybridModel(TaskInfo task, Setup setup, int loopNumber, int poolSize) throws Unable {
        super(task, setup, loopNumber, new Pool("pool", poolSize));
    }

    @Override
    LoopChain chain(Loops on, Slot slot) {
        return new CallbackChain(on, slot);
    }
}
