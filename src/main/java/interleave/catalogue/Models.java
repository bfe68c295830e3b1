package interleave.catalogue;

import interleave.execution.EventLoopModel;
import interleave.execution.HybridModel;
import interleave.execution.ModelInfo;
import interleave.execution.PoolModel;
import interleave.execution.PromisesModel;
import interleave.execution.SingleModel;
import interleave.execution.ThreadsModel;
import interleave.execution.VirtualModel;
import interleave.execution.WorkStealingModel;
import interleave.spec.Knob;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of execution models. Its factories are lambdas, so that no model is loaded before it is used. */
public final class Models {
    static final List<ModelInfo> ALL = List.of(
            new ModelInfo(
                    "single",
                    true,
                    "one thread, one task at a time: it waits out every answer before it asks again",
                    "one thread, one task at a time: what one core can do, the baseline",
                    List.of(),
                    (task, setup, knobs) -> new SingleModel(task.blocking().apply(setup))),
            new ModelInfo(
                    "event-loop",
                    false,
                    "one thread serves every connection by callbacks: hardly a kernel switch per task",
                    "one thread does one task after the other: nothing else happens meanwhile",
                    List.of(Knob.LOOPS),
                    (task, setup, knobs) -> new EventLoopModel(task, setup, loops(knobs))),
            new ModelInfo(
                    "promises",
                    false,
                    "an event loop again, asked through promises: what a chain of stages costs more than callbacks",
                    "stages on an executor of one OS thread per core: what promises cost more than a pool",
                    List.of(Knob.LOOPS, Knob.POOL),
                    (task, setup, knobs) -> new PromisesModel(task, setup, loops(knobs), computing(setup, knobs))),
            new ModelInfo(
                    "virtual",
                    false,
                    "a virtual thread per task: blocking code, few kernel switches, as few OS threads as cores",
                    "a virtual thread per task: as fast as a pool of one thread per core, not faster",
                    List.of(Knob.CARRIERS),
                    (task, setup, knobs) -> new VirtualModel(task, setup, knobs)),
            new ModelInfo(
                    "threads",
                    false,
                    "an OS thread per task, creation included: several kernel switches per task",
                    "an OS thread per task: its creation is paid for each time",
                    List.of(),
                    (task, setup, knobs) -> new ThreadsModel(task, setup)),
            new ModelInfo(
                    "pool",
                    false,
                    "64 OS threads: no more than 64 tasks wait at once, the others queue for a thread",
                    "one OS thread per core: the speed-up that the cores give",
                    List.of(Knob.POOL),
                    (task, setup, knobs) -> new PoolModel(task.blocking().apply(setup), poolSize(task, setup, knobs))),
            new ModelInfo(
                    "work-stealing",
                    false,
                    "64 OS threads with a queue each: made for what computes, and no better than a pool at waiting",
                    "one OS thread per core with a queue each: who has nothing to do takes from the others",
                    List.of(Knob.POOL),
                    (task, setup, knobs) ->
                            new WorkStealingModel(task.blocking().apply(setup), poolSize(task, setup, knobs))),
            new ModelInfo(
                    "hybrid",
                    false,
                    "an event loop for what waits, a pool for what computes: nothing to compute, so as the event loop",
                    "an event loop that hands all work to a pool of one OS thread per core: the price of the hand-over",
                    List.of(Knob.LOOPS, Knob.POOL),
                    (task, setup, knobs) -> new HybridModel(task, setup, loops(knobs), computing(setup, knobs))));

    private Models() {}

    public static Optional<ModelInfo> named(String name) {
        for (ModelInfo model : ALL) if (model.name().equals(name)) return Optional.of(model);
        return Optional.empty();
    }

    private static int loops(Map<Knob, Long> knobs) {
        return knobs.getOrDefault(Knob.LOOPS, 1L).intValue();
    }

    /** How many threads compute where event loops wait. */
    private static int computing(TaskSetup setup, Map<Knob, Long> knobs) {
        return knobs.getOrDefault(Knob.POOL, (long) setup.cores()).intValue();
    }

    private static int poolSize(TaskInfo task, TaskSetup setup, Map<Knob, Long> knobs) {
        Long size = knobs.get(Knob.POOL);
        return size == null ? task.kind().pool(setup.cores()) : size.intValue();
    }
}
