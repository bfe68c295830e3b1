package interleave.worker;

import interleave.catalogue.Models;
import interleave.catalogue.Tasks;
import interleave.execution.ModelInfo;
import interleave.execution.Taken;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.Optional;

/** What a run's tasks in flight take of the system, as its task and its execution model declare it. */
record Demand(TaskInfo task, ModelInfo model, RunSpec run) {
    /** Empty where there is no such workload. */
    static Optional<Demand> of(RunSpec run) {
        Optional<TaskInfo> task = Tasks.named(run.workload().task());
        Optional<ModelInfo> model = Models.named(run.workload().model());
        if (task.isEmpty() || model.isEmpty()) return Optional.empty();
        return Optional.of(new Demand(task.get(), model.get(), run));
    }

    /** Whether each further task in flight takes a connection, and what queues behind others does not bound it. */
    boolean growsConnections() {
        return task.needsService() && model.connections() == Taken.ONE_EACH;
    }

    /** Whether each further task in flight takes a thread. */
    boolean growsThreads() {
        return model.threads() == Taken.ONE_EACH;
    }

    /** Of those that serve, the clients' connections, one for each task in flight unless the tasks take turns. */
    long connections(long inFlight) {
        if (task.kind() == Kind.SERVING) return model.connections() == Taken.ONE ? 1 : inFlight;
        return task.needsService() ? Math.min(inFlight, model.connections().of(inFlight, pool())) : 0;
    }

    long threads(long inFlight) {
        return model.threads().of(inFlight, pool());
    }

    private long pool() {
        Long asked = run.knobs().get(Knob.POOL);
        return asked == null ? model.pool(task, Runtime.getRuntime().availableProcessors()) : asked;
    }

    /** How long a task waits for its answer or its timer, in microseconds; 0 where it does not. */
    long latencyMicros() {
        if (!task.hasLatency()) return 0;
        Long asked = run.knobs().get(Knob.LATENCY);
        return asked == null ? TaskSetup.DEFAULT_LATENCY_NANOS / 1000 : asked;
    }
}
