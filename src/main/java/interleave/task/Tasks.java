package interleave.task;

import java.util.List;
import java.util.Optional;

/** The catalogue of tasks. Its factories are lambdas, which load a task when called; method references load it here. */
public final class Tasks {
    public static final List<TaskInfo> ALL = List.of(
            new TaskInfo(
                    "http",
                    Kind.WAITING,
                    true,
                    setup -> new HttpBlocking(setup),
                    (setup, loop) -> new HttpAsync(setup, loop)),
            new TaskInfo(
                    "image",
                    Kind.COMPUTING,
                    false,
                    setup -> new ImageTask.Blocking(),
                    (setup, loop) -> new ImageTask.Async()));

    private Tasks() {}

    public static Optional<TaskInfo> named(String name) {
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
