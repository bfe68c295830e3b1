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
                    .does("one thread, one task at a time")
                    .whenTasksWait(
                            "one thread, one task at a time: it waits out every answer before it asks again",
                            "one task at a time: every wait is waited out")
                    .whenTasksCompute(
                            "one thread, one task at a time: the work that one core can do, the baseline",
                            "what one core can do: the baseline")
                    .takes(Taken.NOTHING, Taken.ONE)
                    .opens((task, setup, knobs) ->
                            new SingleModel(task.blocking().apply(setup))),
            ModelInfo.named("event-loop")
                    .does("{loops:event loop}, by callbacks")
                    .whenTasksWait(
                            "{loops:event loop}, by callbacks: an OS thread for each loop, hardly a kernel switch per"
                                    + " task where many wait",
                            "{loops:loop}: few switches where many wait")
                    .whenTasksCompute(
                            "{loops:event loop}: one task after the other on each, nothing else happens there"
                                    + " meanwhile",
                            "one task after the other on {loops:loop}")
                    .turnedBy(Knob.LOOPS)
                    .takes(Taken.NOTHING, Taken.ONE_EACH)
                    .opens((task, setup, knobs) -> new EventLoopModel(task, setup, loops(knobs))),
            ModelInfo.named("promises")
                    .does("promises over {loops:loop} and {pool:thread}")
                    .whenTasksWait(
                            "{loops:event loop} again, asked through promises: what a chain of stages costs more than"
                                    + " callbacks",
                            "{loops:loop} by promises: what stages cost")
                    .whenTasksCompute(
                            "stages on an executor of {pool:OS thread}: what promises cost more than a pool",
                            "stages on {pool:thread}: what promises cost")
                    .turnedBy(Knob.LOOPS, Knob.POOL)
                    .takes(Taken.POOL, Taken.ONE_EACH)
                    .opens((task, setup, knobs) ->
                            new PromisesModel(task, setup, loops(knobs), computing(setup, knobs))),
            ModelInfo.named("virtual")
                    .does("a virtual thread each, on {carriers:carrier}")
                    .whenTasksWait(
                            "a virtual thread per task on {carriers:carrier}: blocking code, few OS threads, few kernel"
                                    + " switches where many wait",
                            "{carriers:carrier}: few switches where many wait")
                    .whenTasksCompute(
                            "a virtual thread per task on {carriers:carrier}: as fast as a pool of as many threads,"
                                    + " not faster",
                            "as fast as a pool of {carriers:thread}")
                    .turnedBy(Knob.CARRIERS)
                    .takes(Taken.NOTHING, Taken.ONE_EACH)
                    .opens((task, setup, knobs) -> new VirtualModel(task, setup, knobs)),
            ModelInfo.named("threads")
                    .does("a new OS thread for each")
                    .whenTasksWait(
                            "an OS thread per task, creation included: several kernel switches per task",
                            "an OS thread made for each task")
                    .whenTasksCompute(
                            "an OS thread per task: its creation is paid for each time",
                            "an OS thread made for each task")
                    .takes(Taken.ONE_EACH, Taken.ONE_EACH)
                    .opens((task, setup, knobs) -> new ThreadsModel(task, setup)),
            ModelInfo.named("pool")
                    .does("{pool:OS thread} and a queue")
                    .whenTasksWait(
                            "{pool:OS thread}: no more than {pool} may wait at once, other tasks queue for a thread",
                            "no more than {pool} tasks wait at once")
                    .whenTasksCompute(
                            "{pool:OS thread}: the speed-up of the cores, with one thread for each",
                            "{pool:OS thread}: the speed-up of the cores")
                    .turnedBy(Knob.POOL)
                    .takes(Taken.POOL, Taken.POOL)
                    .opens((task, setup, knobs) ->
                            new PoolModel(task.blocking().apply(setup), poolSize(task, setup, knobs))),
            ModelInfo.named("work-stealing")
                    .does("{pool:OS thread} with a queue each")
                    .whenTasksWait(
                            "{pool:OS thread} with a queue each: made for what computes, and no better than a pool at"
                                    + " waiting",
                            "{pool:thread} with a queue each")
                    .whenTasksCompute(
                            "{pool:OS thread} with a queue each: who has nothing to do takes from the others",
                            "{pool:thread}: idle ones take from others")
                    .turnedBy(Knob.POOL)
                    .takes(Taken.POOL, Taken.POOL)
                    .opens((task, setup, knobs) ->
                            new WorkStealingModel(task.blocking().apply(setup), poolSize(task, setup, knobs))),
            ModelInfo.named("hybrid")
                    .does("{loops:loop} to wait, {pool:thread} to compute")
                    .whenTasksWait(
                            "{loops:event loop} for what waits, {pool:thread} for what computes: as the event loop as"
                                    + " long as nothing does",
                            "as the event loop, unless tasks compute")
                    .whenTasksCompute(
                            "all work is handed from {loops:event loop} to {pool:OS thread}: the price of the"
                                    + " hand-over",
                            "handed from {loops:loop} to {pool:thread}")
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
