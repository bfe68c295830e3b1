package interleave.catalogue;

import interleave.execution.Execution;
import interleave.execution.ModelInfo;
import interleave.metric.Ticker;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The cells of the matrix, those of the menu first. Light: no task or model is loaded. */
public final class Workloads {
    /** Digits on a keyboard: the first cells of the menu have them as keys. */
    private static final int KEYS = 9;

    private static final List<Workload> MENU = List.of(
            new Workload("http", "event-loop"),
            new Workload("http", "virtual"),
            new Workload("http", "threads"),
            new Workload("http", "pool"),
            new Workload("image", "single"),
            new Workload("image", "pool"),
            new Workload("image", "virtual"));

    private Workloads() {}

    /**
     * The cells that have keys, in their order.
     *
     * @param cores how many CPUs this machine has: the default load of a computing task is one task for each
     */
    public static List<WorkloadInfo> menu(int cores) {
        List<WorkloadInfo> menu = new ArrayList<>();
        for (int i = 0; i < MENU.size(); i++) {
            Workload workload = MENU.get(i);
            TaskInfo task = Tasks.named(workload.task()).orElseThrow();
            menu.add(info(task, Models.named(workload.model()).orElseThrow(), key(i), cores));
        }
        return List.copyOf(menu);
    }

    /** Every task under every execution model: first the {@link #menu}, then the others by task and model. */
    public static List<WorkloadInfo> all(int cores) {
        List<WorkloadInfo> all = new ArrayList<>(menu(cores));
        for (TaskInfo task : Tasks.ALL)
            for (ModelInfo model : Models.ALL) {
                if (!inMenu(task.name(), model.name())) all.add(info(task, model, Optional.empty(), cores));
            }
        return List.copyOf(all);
    }

    /**
     * Begins a run in this process, as {@link Execution#start} does.
     *
     * @throws Unable if there is no such workload, or the transport that was asked for is not to be had
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

    /** Not by the record's own equality, which the JVM takes long to build, and the first picture waits for this. */
    private static boolean inMenu(String task, String model) {
        for (Workload workload : MENU)
            if (workload.task().equals(task) && workload.model().equals(model)) return true;
        return false;
    }

    private static Optional<Character> key(int place) {
        return place < KEYS ? Optional.of((char) ('1' + place)) : Optional.empty();
    }

    private static WorkloadInfo info(TaskInfo task, ModelInfo model, Optional<Character> key, int cores) {
        Load load = new Load.Closed(model.oneAtATime() ? 1 : task.kind().inFlight(cores));
        List<Knob> knobs = new ArrayList<>(model.knobs());
        if (task.hasLatency()) knobs.add(Knob.LATENCY);
        return new WorkloadInfo(
                new Workload(task.name(), model.name()),
                key,
                model.shows(task),
                load,
                List.copyOf(knobs),
                usual(knobs, task, model, cores),
                task.needsService() && task.hasLatency(),
                Optional.ofNullable(task.unfit().get(model.name())));
    }

    private static Map<Knob, Long> usual(List<Knob> knobs, TaskInfo task, ModelInfo model, int cores) {
        Map<Knob, Long> usual = new EnumMap<>(Knob.class);
        for (Knob knob : knobs)
            usual.put(
                    knob,
                    switch (knob) {
                        case POOL -> (long) model.pool(task, cores);
                        case LOOPS -> 1L;
                        case CARRIERS -> (long) cores;
                        case LATENCY -> TaskSetup.DEFAULT_LATENCY_NANOS / 1000;
                    });
        return usual;
    }
}
