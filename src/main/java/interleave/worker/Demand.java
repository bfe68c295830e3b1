package interleave.worker;

import interleave.catalogue.Tasks;
import interleave.catalogue.Workloads;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.List;
import java.util.Optional;

/** What a run's tasks in flight take of the system, by its task and its execution model. */
record Demand(TaskInfo task, String model, List<Knob> knobs, RunSpec run) {
    /** Empty where there is no such workload. */
    static Optional<Demand> of(RunSpec run) {
        Optional<TaskInfo> task = Tasks.named(run.workload().task());
        Optional<WorkloadInfo> known = Workloads.all(cores()).stream()
                .filter(info -> info.workload().equals(run.workload()))
                .findFirst();
        if (task.isEmpty()) return Optional.empty();
        return known.map(info -> new Demand(task.get(), run.workload().model(), info.knobs(), run));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Whether a pool's threads hold the tasks. Where there are event loops, it computes, and they hold them. */
    private boolean pooled() {
        return knobs.contains(Knob.POOL) && !knobs.contains(Knob.LOOPS);
    }

    private boolean serves() {
        return run.workload().task().equals("serve");
    }

    private int pool() {
        Long size = run.knobs().get(Knob.POOL);
        return size == null ? task.kind().pool(cores()) : size.intValue();
    }

    /** Whether each further task in flight takes a connection, and what queues behind others does not bound it. */
    boolean growsConnections() {
        return task.needsService() && !pooled() && !model.equals("single");
    }

    /** The same of threads. */
    boolean growsThreads() {
        return model.equals("threads");
    }

    /** Of those that serve, the clients' connections, one for each task in flight. */
    long connections(long inFlight) {
        if (growsConnections()) return inFlight;
        if (serves()) return model.equals("single") ? 1 : inFlight;
        if (!task.needsService()) return 0;
        return Math.min(inFlight, model.equals("single") ? 1 : pool());
    }

    long threads(long inFlight) {
        if (growsThreads()) return inFlight;
        return pooled() ? pool() : 0;
    }

    /** How long a task waits for its answer or its timer; 0 where it does not. */
    long latencyMicros() {
        if (!task.hasLatency()) return 0;
        Long asked = run.knobs().get(Knob.LATENCY);
        return asked == null ? TaskSetup.DEFAULT_LATENCY_NANOS / 1000 : asked;
    }
}
