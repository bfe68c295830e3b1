package interleave.execution;

import interleave.metric.Load;
import interleave.metric.Workload;
import interleave.metric.WorkloadInfo;
import interleave.task.TaskInfo;
import interleave.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The cells of the matrix that can be started, in the order of the menu. Light: no task or model is loaded. */
public final class Workloads {
    /** Digits on a keyboard: the first cells of the menu have them as keys. */
    private static final int KEYS = 9;

    private static final int IN_FLIGHT_WAITING = 256;

    private static final List<Workload> MENU = List.of(
            new Workload("http", "event-loop"),
            new Workload("http", "virtual"),
            new Workload("http", "threads"),
            new Workload("http", "pool"),
            new Workload("image", "single"),
            new Workload("image", "pool"),
            new Workload("image", "virtual"));

    private Workloads() {}

    /** @param cores how many CPUs this machine has: the default load of a computing task is one task for each */
    public static List<WorkloadInfo> all(int cores) {
        return IntStream.range(0, MENU.size())
                .mapToObj(i -> info(MENU.get(i), key(i), cores))
                .toList();
    }

    private static Optional<Character> key(int place) {
        return place < KEYS ? Optional.of((char) ('1' + place)) : Optional.empty();
    }

    private static WorkloadInfo info(Workload workload, Optional<Character> key, int cores) {
        TaskInfo task = Tasks.named(workload.task()).orElseThrow();
        ModelInfo model = Models.named(workload.model()).orElseThrow();
        Load load = new Load.Closed(
                switch (task.kind()) {
                    case WAITING -> IN_FLIGHT_WAITING;
                    case COMPUTING -> model.oneAtATime() ? 1 : cores;
                });
        return new WorkloadInfo(workload, key, model.shows(task.kind()), load, Optional.empty());
    }
}
