package interleave.worker;

import interleave.catalogue.Models;
import interleave.catalogue.Tasks;
import interleave.execution.ModelInfo;
import interleave.execution.Taken;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import interleave.task.TaskSettings;
import interleave.task.TaskSetup;
import java.util.Optional;

/** The share of the system that a run's tasks in flight take, as its task and its execution model declare it. */
record LoadDemand(TaskInfo task, ModelInfo model, RunSpec run) {
    /** Empty where there is no such workload. */
    static Optional<LoadDemand> of(RunSpec run) {
        Optional<TaskInfo> task = Tasks.named(run.workload().task());
        Optional<ModelInfo> model = Models.named(run.workload().model());
        if (task.isEmpty() || model.isEmpty()) return Optional.empty();
        return Optional.of(new LoadDemand(task.get(), model.get(), run));
    }

    /** True if each further task in flight takes a connection, and no queue bounds them. */
    boolean growsConnections() {
        return task.needsService() && model.connections() == Taken.ONE_EACH && value(Knob.CONNECTIONS) == 0;
    }

    /** True if each further task in flight takes a thread. */
    boolean growsThreads() {
        return model.threads() == Taken.ONE_EACH;
    }

    /** Of those that serve, the clients' connections, one for each task in flight unless the tasks take turns. */
    long connections(long inFlight) {
        if (task.kind() == Kind.SERVING) return model.connections() == Taken.ONE ? 1 : inFlight;
        if (!task.needsService()) return 0;
        long bound = value(Knob.CONNECTIONS);
        long most = bound == 0 ? inFlight : Math.min(inFlight, bound);
        return Math.min(most, model.connections().of(inFlight, value(Knob.POOL)));
    }

    /** Those that hold tasks, and what was asked for of event loops, carriers and helpers beyond the usual few. */
    long threads(long inFlight) {
        long threads = model.threads().of(inFlight, value(Knob.POOL));
        for (Knob knob : model.knobs())
            if (knob != Knob.POOL || model.threads() != Taken.POOL) threads += Math.max(0, value(knob) - usual(knob));
        return threads;
    }

    /** The value of a setting, asked for or not. */
    long value(Knob knob) {
        Long asked = run.knobs().get(knob);
        return asked == null ? usual(knob) : asked;
    }

    private long usual(Knob knob) {
        int cores = Runtime.getRuntime().availableProcessors();
        return switch (knob) {
            case POOL -> model.pool(task, cores);
            case LOOPS -> 1;
            case CARRIERS -> cores;
            case LATENCY -> TaskSetup.DEFAULT_LATENCY_NANOS / 1000;
            case WORK, CONNECTIONS -> 0;
            case TILE -> TaskSettings.DEFAULT_TILE;
        };
    }

    /** The time for which a task waits for its answer or its timer, in microseconds; 0 where it does not. */
    long latencyMicros() {
        return task.hasLatency() ? value(Knob.LATENCY) : 0;
    }
}
