package interleave.task;

import java.util.List;
import java.util.Optional;

/** The catalogue of tasks. */
public final class Tasks {
    public static final List<TaskInfo> ALL =
            List.of(new TaskInfo("http", Kind.WAITING, true), new TaskInfo("image", Kind.COMPUTING, false));

    private Tasks() {}

    public static Optional<TaskInfo> named(String name) {
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
