package interleave.execution;

import interleave.metric.Knob;
import interleave.task.Setup;
import interleave.task.Task;
import interleave.task.TaskInfo;
import java.util.List;
import java.util.Map;

/** Event loops for what waits, which stay free since a pool of threads takes what computes. Ends come as callbacks. */
final class HybridModel implements Model {
    private final Pool pool;
    private final Computing computing;
    private final Loops loops;

    HybridModel(TaskInfo task, Setup setup, int loopNumber, int poolSize) {
        pool = new Pool("pool", poolSize);
        computing = new Computing(pool);
        loops = new Loops(task, setup, computing, loopNumber);
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
        if (knob == Knob.POOL) pool.resize((int) value);
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
        computing.close();
        pool.close();
        loops.close();
    }
}
