package interleave.catalogue;

import interleave.spec.Workload;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import interleave.tasks.cpu.CpuTasks;
import interleave.tasks.file.FileTasks;
import interleave.tasks.http.HttpTasks;
import interleave.tasks.lab.LabTasks;
import interleave.tasks.serve.ServeTasks;
import interleave.tasks.shared.SharedTasks;
import interleave.tasks.wait.WaitTasks;
import java.util.List;
import java.util.Optional;

/** The catalogue of tasks: a new one is a line here. */
public final class Tasks {
    /** In the order of the matrix. */
    public static final List<TaskInfo> ALL = List.of(
            HttpTasks.HTTP,
            ServeTasks.SERVE,
            FileTasks.FILE,
            FileTasks.FILE_CACHED,
            WaitTasks.TIMER,
            CpuTasks.IMAGE,
            CpuTasks.HASH,
            HttpTasks.FETCH_AND_BLUR,
            WaitTasks.HANDOFF,
            SharedTasks.COUNTER_RACE,
            SharedTasks.COUNTER_LOCK,
            SharedTasks.COUNTER_ATOMIC,
            SharedTasks.COUNTER_ADDER,
            SharedTasks.DEADLOCK,
            CpuTasks.BURST);

    /** Those that the lab's claims alone need: no menu shows them. */
    public static final List<TaskInfo> LAB =
            List.of(LabTasks.HEARTBEAT_AWAITING, LabTasks.HEARTBEAT_BLOCKING, LabTasks.ERRORS);

    private Tasks() {}

    public static Optional<TaskInfo> named(String name) {
        for (TaskInfo task : ALL) if (task.name().equals(name)) return Optional.of(task);
        for (TaskInfo task : LAB) if (task.name().equals(name)) return Optional.of(task);
        return Optional.empty();
    }

    /** True if it talks to the HTTP service; an unknown workload does not. */
    public static boolean needsService(Workload workload) {
        return named(workload.task()).map(TaskInfo::needsService).orElse(false);
    }

    /** True if it answers clients, and so gets one; an unknown workload does not. */
    public static boolean serves(Workload workload) {
        return named(workload.task())
                .filter(task -> task.kind() == Kind.SERVING)
                .isPresent();
    }
}
