package interleave.execution;

import interleave.metric.Knob;
import interleave.task.Loop;
import interleave.task.Place;
import interleave.task.Setup;
import interleave.task.TaskInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of execution models. Its factories are lambdas, so that no model is loaded before it is used. */
final class Models {
    static final List<ModelInfo> ALL = List.of(
            new ModelInfo(
                    "single",
                    true,
                    "one thread, one task at a time: it waits out every answer before it asks again",
                    "one thread, one task at a time: what one core can do, the baseline",
                    List.of(),
                    (task, setup, knobs) -> new PoolModel(task.blocking().apply(setup), "single", 1)),
            new ModelInfo(
                    "event-loop",
                    false,
                    "one thread serves every connection by callbacks: hardly a kernel switch per task",
                    "one thread does one task after the other: nothing else happens meanwhile",
                    List.of(),
                    (task, setup, knobs) -> onLoop(task, setup)),
            new ModelInfo(
                    "virtual",
                    false,
                    "a virtual thread per task: blocking code, few kernel switches, as few OS threads as cores",
                    "a virtual thread per task: as fast as a pool of one thread per core, not faster",
                    List.of(),
                    (task, setup, knobs) -> new VirtualModel(
                            task.blocking().apply(setup.with(Thread.ofVirtual().factory())))),
            new ModelInfo(
                    "threads",
                    false,
                    "an OS thread per task, creation included: several kernel switches per task",
                    "an OS thread per task: its creation is paid for each time",
                    List.of(),
                    (task, setup, knobs) -> new ThreadsModel(task.blocking().apply(setup))),
            new ModelInfo(
                    "pool",
                    false,
                    "64 OS threads: no more than 64 tasks wait at once, the others queue for a thread",
                    "one OS thread per core: the speed-up that the cores give",
                    List.of(),
                    (task, setup, knobs) ->
                            new PoolModel(task.blocking().apply(setup), "pool", poolSize(task, setup, knobs))));

    private Models() {}

    static Optional<ModelInfo> named(String name) {
        return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    private static Model onLoop(TaskInfo task, Setup setup) {
        Loop loop = new Loop("event-loop");
        return new EventLoopModel(task.async().open(setup, new Place(loop, Place.ON_THE_LOOP)), loop);
    }

    private static int poolSize(TaskInfo task, Setup setup, Map<Knob, Long> knobs) {
        Long size = knobs.get(Knob.POOL);
        return size == null ? task.kind().pool(setup.cores()) : size.intValue();
    }
}
