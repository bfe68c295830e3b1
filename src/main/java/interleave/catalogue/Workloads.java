package interleave.catalogue;

import interleave.execution.Execution;
import interleave.execution.ModelInfo;
import interleave.execution.Taken;
import interleave.metric.Ticker;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import interleave.task.TaskInfo;
import interleave.task.TaskSettings;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The cells of the matrix. Light: no task or model is loaded. */
public final class Workloads {
    private Workloads() {}

    /**
     * Every task under every execution model, by task and model.
     *
     * @param cores how many CPUs this machine has: the default load of a computing task is one task for each
     */
    public static List<WorkloadInfo> all(int cores) {
        List<WorkloadInfo> all = new ArrayList<>();
        for (TaskInfo task : Tasks.ALL) for (ModelInfo model : Models.ALL) all.add(info(task, model, cores));
        return List.copyOf(all);
    }

    /**
     * Begins a run in this process, as {@link Execution#start} does.
     *
     * @throws Unable if there is no such workload, or the transport that was asked for is not available
     */
    public static Execution start(RunSpec spec, TaskSetup setup, Ticker ticker, Consumer<Throwable> broken)
            throws Unable {
        Workload workload = spec.workload();
        TaskInfo task = Tasks.named(workload.task()).orElseThrow(() -> unknown(workload));
        ModelInfo model = Models.named(workload.model()).orElseThrow(() -> unknown(workload));
        if (spec.transport().isPresent()) Transports.check(spec.transport().get());
        return Execution.start(spec, model, task, setup, ticker, broken);
    }

    private static Unable unknown(Workload workload) {
        return new Unable("there is no workload " + workload + ": 'interleave list' names them all", null);
    }

    private static WorkloadInfo info(TaskInfo task, ModelInfo model, int cores) {
        Load load = new Load.Closed(model.oneAtATime() ? 1 : task.kind().inFlight(cores));
        List<Knob> knobs = new ArrayList<>(model.knobs());
        knobs.addAll(task.knobs());
        return new WorkloadInfo(
                new Workload(task.name(), model.name()),
                model.shows(task),
                load,
                List.copyOf(knobs),
                usual(knobs, task, model, cores),
                task.needsService() && task.hasLatency(),
                model.threads() == Taken.ONE_EACH,
                task.proves(),
                Optional.ofNullable(task.unfit().get(model.name())));
    }

    private static Map<Knob, Long> usual(List<Knob> knobs, TaskInfo task, ModelInfo model, int cores) {
        // start-up: an EnumMap asks for the constants by reflection, which takes the JVM half a millisecond to build.
        Map<Knob, Long> usual = new LinkedHashMap<>();
        for (Knob knob : knobs)
            usual.put(
                    knob,
                    switch (knob) {
                        case POOL -> (long) model.pool(task, cores);
                        case LOOPS -> 1L;
                        case CARRIERS -> (long) cores;
                        case LATENCY -> TaskSetup.DEFAULT_LATENCY_NANOS / 1000;
                        case WORK, CONNECTIONS -> 0L;
                        case TILE -> (long) TaskSettings.DEFAULT_TILE;
                    });
        return usual;
    }
}
