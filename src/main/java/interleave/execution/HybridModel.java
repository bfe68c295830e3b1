package interleave.execution;

import interleave.task.Setup;
import interleave.task.TaskInfo;

/** Event loops for what waits, which stay free since a pool of threads takes what computes. Ends come as callbacks. */
public final class HybridModel extends LoopModel {
    public HybridModel(TaskInfo task, Setup setup, int loopNumber, int poolSize) {
        super(task, setup, loopNumber, new Pool("pool", poolSize));
    }

    @Override
    LoopChain chain(Loops on, Slot slot) {
        return new CallbackChain(on, slot);
    }
}
