package interleave.execution;

import java.util.List;
import java.util.Optional;

/** The catalogue of execution models. */
public final class Models {
    public static final List<ModelInfo> ALL = List.of(
            new ModelInfo(
                    "single",
                    true,
                    "one thread, one task at a time: it waits out every answer before it asks again",
                    "one thread, one task at a time: what one core can do, the baseline"),
            new ModelInfo(
                    "event-loop",
                    false,
                    "one thread serves every connection by callbacks: hardly a kernel switch per task",
                    "one thread does one task after the other: nothing else happens meanwhile"),
            new ModelInfo(
                    "virtual",
                    false,
                    "a virtual thread per task: blocking code, few kernel switches, as few OS threads as cores",
                    "a virtual thread per task: as fast as a pool of one thread per core, not faster"),
            new ModelInfo(
                    "threads",
                    false,
                    "an OS thread per task, creation included: about one kernel switch per task",
                    "an OS thread per task: its creation is paid for each time"),
            new ModelInfo(
                    "pool",
                    false,
                    "64 OS threads: no more than 64 tasks wait at once, the others queue for a thread",
                    "one OS thread per core: the speed-up that the cores give"));

    private Models() {}

    public static Optional<ModelInfo> named(String name) {
        return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
