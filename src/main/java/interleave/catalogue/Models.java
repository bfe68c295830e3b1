package interleave.catalogue;

import interleave.execution.EventLoopModel;
import interleave.execution.HybridModel;
import interleave.execution.ModelInfo;
import interleave.execution.PoolModel;
import interleave.execution.PromisesModel;
import interleave.execution.SingleModel;
import interleave.execution.Taken;
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
            ModelInfo.named("single")
                    .doesOneAtATime()
                    .whenTasksWait("one thread, one task at a time: it waits out every answer before it asks again")
                    .whenTasksCompute("one thread, one task at a time: what one core can do, the baseline")
                    .takes(Taken.NOTHING, Taken.ONE)
                    .opens((task, setup, knobs) ->
                            new SingleModel(task.blocking().apply(setup))),
            ModelInfo.named("event-loop")
                    .whenTasksWait("one thread serves every connection by callbacks: hardly a kernel switch per task")
                    .whenTasksCompute("one thread does one task after the other: nothing else happens meanwhile")
                    .turnedBy(Knob.LOOPS)
                    .takes(Taken.NOTHING, Taken.ONE_EACH)
                    .opens((task, setup, knobs) -> new EventLoopModel(task, setup, loops(knobs))),
            ModelInfo.named("promises")
                    .whenTasksWait("an event loop again, asked through promises: what a chain of stages costs more than"
                            + " callbacks")
                    .whenTasksCompute(
                            "stages on an executor of one OS thread per core: what promises cost more than a pool")
                    .turnedBy(Knob.LOOPS, Knob.POOL)
                    .takes(Taken.POOL, Taken.ONE_EACH)
                    .opens((task, setup, knobs) ->
                            new PromisesModel(task, setup, loops(knobs), computing(setup, knobs))),
            ModelInfo.named("virtual")
                    .whenTasksWait(
                            "a virtual thread per task: blocking code, few kernel switches, as few OS threads as cores")
                    .whenTasksCompute("a virtual thread per task: as fast as a pool of one thread per core, not faster")
                    .turnedBy(Knob.CARRIERS)
                    .takes(Taken.NOTHING, Taken.ONE_EACH)
                    .opens((task, setup, knobs) -> new VirtualModel(task, setup, knobs)),
            ModelInfo.named("threads")
                    .whenTasksWait("an OS thread per task, creation included: several kernel switches per task")
                    .whenTasksCompute("an OS thread per task: its creation is paid for each time")
                    .takes(Taken.ONE_EACH, Taken.ONE_EACH)
                    .opens((task, setup, knobs) -> new ThreadsModel(task, setup)),
            ModelInfo.named("pool")
                    .whenTasksWait("64 OS threads: no more than 64 tasks wait at once, the others queue for a thread")
                    .whenTasksCompute("one OS thread per core: the speed-up that the cores give")
                    .turnedBy(Knob.POOL)
                    .takes(Taken.POOL, Taken.POOL)
                    .opens((task, setup, knobs) ->
                            new PoolModel(task.blocking().apply(setup), poolSize(task, setup, knobs))),
            ModelInfo.named("work-stealing")
                    .whenTasksWait(
                            "64 OS threads with a queue each: made for what computes, and no better than a pool at"
                                    + " waiting")
                    .whenTasksCompute(
                            "one OS thread per core with a queue each: who has nothing to do takes from the others")
                    .turnedBy(Knob.POOL)
                    .takes(Taken.POOL, Taken.POOL)
                    .opens((task, setup, knobs) ->
                            new WorkStealingModel(task.blocking().apply(setup), poolSize(task, setup, knobs))),
            ModelInfo.named("hybrid")
                    .whenTasksWait(
                            "an event loop for what waits, a pool for what computes: nothing to compute, so as the"
                                    + " event loop")
                    .whenTasksCompute(
                            "an event loop that hands all work to a pool of one OS thread per core: the price of the"
                                    + " hand-over")
                    .turnedBy(Knob.LOOPS, Knob.POOL)
                    .takes(Taken.POOL, Taken.ONE_EACH)
                    .opens((task, setup, knobs) ->
                            new HybridModel(task, setup, loops(knobs), computing(setup, knobs))));

    private Models() {}

    public static Optional<ModelInfo> named(String name) {
        for (ModelInfo model : ALL) if (model.name().equals(name)) return Optional.of(model);
        return Optional.empty();
    }

    private static int loops(Map<Knob, Long> knobs) {
        return knobs.getOrDefault(Knob.LOOPS, 1L).intValue();
    }

    /** The number of threads that compute where event loops wait. */
    private static int computing(TaskSetup setup, Map<Knob, Long> knobs) {
        return knobs.getOrDefault(Knob.POOL, (long) setup.cores()).intValue();
    }

    private static int poolSize(TaskInfo task, TaskSetup setup, Map<Knob, Long> knobs) {
        Long size = knobs.get(Knob.POOL);
        return size == null ? task.kind().pool(setup.cores()) : size.intValue();
    }
}
