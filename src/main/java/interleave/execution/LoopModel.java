package interleave.execution;

import interleave.spec.Knob;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The common part of models whose tasks live on event loops: they differ in how a task's end is told. */
abstract class LoopModel implements Model {
    private final Optional<ComputePool> computing;
    private final Loops loops;

    /** Whose loops compute as well. */
    LoopModel(TaskInfo task, TaskSetup setup, int loopNumber) throws Unable {
        computing = Optional.empty();
        loops = new Loops(task, setup, Place.ON_THE_LOOP, loopNumber);
    }

    /** @param pool takes what computes; ends with this */
    LoopModel(TaskInfo task, TaskSetup setup, int loopNumber, Pool pool) throws Unable {
        ComputePool work = new ComputePool(pool);
        computing = Optional.of(work);
        loops = new Loops(task, setup, work, loopNumber);
    }

    abstract LoopChain chain(Loops on, TaskSlot slot);

    @Override
    public final void run(TaskSlot slot) {
        chain(loops, slot).go();
    }

    @Override
    public final List<? extends Task> tasks() {
        return loops.tasks();
    }

    /** Of the loops themselves where the task does nothing else. */
    @Override
    public final String transport() {
        String own = loops.tasks().getFirst().transport();
        return own.isEmpty() ? loops.transport() : own;
    }

    @Override
    public final Optional<PlanLoop> planLoop() {
        return loops.planLoop();
    }

    @Override
    public final void tune(Knob knob, long value) throws Unable {
        if (knob == Knob.LOOPS) loops.resize((int) value);
        if (knob == Knob.POOL && computing.isPresent()) computing.get().resize((int) value);
    }

    @Override
    public final Map<String, Double> extra(long sinceNanos) {
        return loops.extra(sinceNanos);
    }

    @Override
    public final void closeTasks() {
        loops.closeTasks();
    }

    @Override
    public final void close() {
        computing.ifPresent(ComputePool::close);
        loops.close();
    }
}
