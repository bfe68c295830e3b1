package interleave.cli;

import interleave.catalogue.Tasks;
import interleave.kernel.CpuSet;
import interleave.lab.Place;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.ServerCost;
import interleave.metric.ServerMetrics;
import interleave.metric.Ticker;
import interleave.metric.Unit;
import interleave.probe.ServerMeter;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.run.WorkMetrics;
import interleave.spec.ProcessOptions;
import interleave.spec.Target;
import interleave.spec.Workload;
import interleave.supervisor.UserCommand;
import interleave.trial.Measurement;
import interleave.trial.Placed;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The server that runs ask in place of our own service: where it is, and what a request costs it. The thread of the
 * trial looks; the summary asks afterwards.
 *
 * @param target empty if our own service is asked
 * @param pids its processes, where it runs already and they were named
 */
record ServerSide(Optional<Target> target, Optional<Place> place, Place.Sides sides, List<Integer> pids) {
    private static final Path PROC = Path.of("/proc");
    private static final String UNSEEN = "its processes were not there, or not seen, all the time that was measured";
    private static final String UNKNOWN = "its processes were not named: start it behind --, or name them by --pid";

    /** Watches its processes; empty where they are not known, or none is asked. */
    Optional<ServerMeter> meter(Optional<UserCommand> command) {
        if (target.isEmpty()) return Optional.empty();
        if (command.isPresent())
            return Optional.of(
                    ServerMeter.ofCommand(PROC, command.get().status().guard(), Ticker.SYSTEM));
        return pids.isEmpty() ? Optional.empty() : Optional.of(ServerMeter.of(PROC, pids, Ticker.SYSTEM));
    }

    /** Has each that asked it know what a request cost it meanwhile. */
    static void tell(ServerMeter meter, List<Measurement> runs) {
        List<Measurement> asking =
                runs.stream().filter(run -> run.spec.target().isPresent()).toList();
        double tasksPerSecond = asking.stream()
                .mapToDouble(run -> run.readings().of(WorkMetrics.TASKS_PER_S).orElse(0))
                .sum();
        for (Measurement run : asking) {
            Optional<ServerCost> cost = meter.during(run.stretches(), tasksPerSecond, asking.size());
            cost.ifPresentOrElse(run::cost, () -> run.costUnseen(UNSEEN));
        }
    }

    /** The options with which a run of that workload is started. */
    ProcessOptions on(Workload workload, ProcessOptions options) {
        return Tasks.needsService(workload) ? PlaceOption.on(sides, workload, options) : options;
    }

    /** Has each that asks it know where both are. */
    void place(List<Measurement> runs) {
        for (Measurement run : runs)
            if (run.spec.target().isPresent()) place.ifPresent(where -> run.place(new Placed(where.key, words(where))));
    }

    private String words(Place where) {
        return switch (where) {
            case APART -> "CPU " + CpuSet.text(sides.worker()) + ", server " + CpuSet.text(sides.other());
            case SAME -> "CPU " + CpuSet.text(sides.worker()) + ", server too";
            case FREE -> where.key;
        };
    }

    /** The label of one of a server's numbers in the summary for people. */
    static String label(Metric metric) {
        String unit = metric.unit() == Unit.BYTES ? " MiB" : "";
        return metric.title().replace("\u00B5s", "CPU us").replace("sw/", "switches/") + unit;
    }

    /** The things to know of the servers that were asked. */
    static List<String> lines(List<Measurement> runs) {
        Set<String> lines = new LinkedHashSet<>();
        long asking = runs.stream().filter(run -> run.spec.target().isPresent()).count();
        for (Measurement run : runs) {
            if (run.spec.target().isEmpty()) continue;
            String asked = "target " + run.spec.target().get().url() + ": ";
            String of = asking > 1 ? "per request of " + asking + " runs together; " : "";
            lines.add(
                    asked + run.server().map(cost -> of + cost.source().words()).orElseGet(() -> why(run)));
        }
        return List.copyOf(lines);
    }

    /** The reason for which a request's cost is not known. */
    private static String why(Measurement run) {
        return run.serverUnseen().orElse(UNKNOWN);
    }

    /** The fields of a run that asks a server which is not ours. */
    static void add(ResultRow row, Measurement run) {
        if (run.spec.target().isEmpty()) return;
        row.text("target", run.spec.target().get().url());
        Optional<ServerCost> cost = run.server();
        if (cost.isEmpty()) {
            row.value("server", ResultValue.absent(why(run)));
            return;
        }
        Map<String, Reading> numbers = new LinkedHashMap<>();
        numbers.put("pid", Reading.of(cost.get().pid()));
        for (Metric metric : ServerMetrics.ALL)
            numbers.put(metric.name(), cost.get().of(metric));
        numbers.put("runs", Reading.of(cost.get().runs()));
        row.value("server", new ResultValue.Group(numbers))
                .text("server_source", cost.get().source().words())
                .value("server_exact", new ResultValue.Flag(cost.get().source().exact()));
    }
}
