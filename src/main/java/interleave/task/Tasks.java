package interleave.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of tasks. Its factories are lambdas, which load a task when called; method references load it here. */
public final class Tasks {
    public static final List<TaskInfo> ALL = List.of(
            new TaskInfo(
                    "http",
                    Kind.WAITING,
                    "a request to a service that answers after a latency",
                    true,
                    true,
                    Map.of(),
                    setup -> new HttpBlocking(setup),
                    (setup, place) -> new HttpAsync(setup, place.loop())),
            TaskInfo.computing(
                    "image", Kind.COMPUTING, "the blur of a 256x256 tile", Map.of(), setup -> new ImageTask()));

    private Tasks() {}

    public static Optional<TaskInfo> named(String name) {
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
