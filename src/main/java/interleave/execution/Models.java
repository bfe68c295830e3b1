package interleave.execution;

import interleave.task.Loop;
import interleave.task.Setup;
import interleave.task.TaskInfo;
import java.util.List;
import java.util.Optional;

/** The catalogue of execution models. Its factories are lambdas, so that no model is loaded before it is used. */
final class Models {
    static final List<ModelInfo> ALL = List.of(
            new ModelInfo(
                    "single",
                    true,
                    "one thread, one task at a time: it waits out every answer before it asks again",
                    "one thread, one task at a time: what one core can do, the baseline",
                    (task, setup) -> new PoolModel(task.blocking().apply(setup), "single", 1)),
            new ModelInfo(
                    "event-loop",
                    false,
                    "one thread serves every connection by callbacks: hardly a kernel switch per task",
                    "one thread does one task after the other: nothing else happens meanwhile",
                    (task, setup) -> onLoop(task, setup)),
            new ModelInfo(
                    "virtual",
                    false,
                    "a virtual thread per task: blocking code, few kernel switches, as few OS threads as cores",
                    "a virtual thread per task: as fast as a pool of one thread per core, not faster",
                    (task, setup) -> new VirtualModel(task.blocking().apply(setup))),
            new ModelInfo(
                    "threads",
                    false,
                    "an OS thread per task, creation included: several kernel switches per task",
                    "an OS thread per task: its creation is paid for each time",
                    (task, setup) -> new ThreadsModel(task.blocking().apply(setup))),
            new ModelInfo(
                    "pool",
                    false,
                    "64 OS threads: no more than 64 tasks wait at once, the others queue for a thread",
                    "one OS thread per core: the speed-up that the cores give",
                    (task, setup) -> new PoolModel(task.blocking().apply(setup), "pool", poolSize(task, setup))));

    private static final int POOL_WAITING = 64;

    private Models() {}

    static Optional<ModelInfo> named(String name) {
        return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    private static Model onLoop(TaskInfo task, Setup setup) {
        Loop loop = new Loop("event-loop");
        return new EventLoopModel(task.async().apply(setup, loop), loop);
    }

    private static int poolSize(TaskInfo task, Setup setup) {
        return switch (task.kind()) {
            case WAITING -> POOL_WAITING;
            case COMPUTING -> setup.cores();
        };
    }
}
