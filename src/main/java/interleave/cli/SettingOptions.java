package interleave.cli;

import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Settings of runs besides their load. A setting is for those of the workloads that have it, and one must. */
final class SettingOptions {
    private static final int NAMED = 5;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--pool",
            paramLabel = "N",
            converter = RunConverters.OfPool.class,
            description =
                    "Threads in the pool; default: 64 for tasks that wait, one for each CPU for those that compute.")
    private Optional<Long> pool = Optional.empty();

    @Option(
            names = "--loops",
            paramLabel = "N",
            converter = RunConverters.OfLoops.class,
            description = "Event loops, each on a thread of its own; default 1.")
    private Optional<Long> loops = Optional.empty();

    @Option(
            names = "--transport",
            paramLabel = "T",
            converter = RunConverters.OfTransport.class,
            description = "The way in which event loops do their input and output: io_uring, epoll or nio; default: the"
                    + " first of them that the machine has.")
    private Optional<Transport> transport = Optional.empty();

    @Option(
            names = "--carriers",
            paramLabel = "N",
            converter = RunConverters.OfCarriers.class,
            description = "OS threads that carry virtual threads; default: one for each CPU.")
    private Optional<Long> carriers = Optional.empty();

    @Mixin
    private LatencyOption latency = new LatencyOption();

    @Option(
            names = "--work",
            paramLabel = "TIME",
            converter = RunConverters.OfWork.class,
            description =
                    "CPU time that a task of http, serve or timer takes besides, after what it waits for has come:"
                            + " a computation that is measured and verified, as in 200us; default: none.")
    private Optional<Duration> work = Optional.empty();

    @Mixin
    private ConnectionsOption connections = new ConnectionsOption();

    @Option(
            names = "--tile",
            paramLabel = "N",
            converter = RunConverters.OfTile.class,
            description = "Side of the picture that image and fetch-and-blur blur, 16 to 1024 pixels; default: 256.")
    private Optional<Long> tile = Optional.empty();

    @Option(
            names = "--failure-rate",
            paramLabel = "P",
            converter = RunConverters.OfShare.class,
            description =
                    "Share of the tasks that are made to fail, as in 1%%, up to 99%%: only tasks that end well have a"
                            + " result to verify, and times and costs; default 0%%.")
    private Optional<Double> failureRate = Optional.empty();

    @Mixin
    private SeedOption seed = new SeedOption();

    /** The time for which the HTTP service waits; also how long the first task of a waiting workload takes. */
    Duration latency() {
        return latency.orDefault();
    }

    /** True if the time that a wait takes was given. */
    boolean givesLatency() {
        return latency.asked().isPresent();
    }

    /** @throws ParameterException where none of the workloads has a setting that was given */
    void check(List<WorkloadInfo> workloads, boolean threads) {
        if (threads && pool.isPresent())
            throw new ParameterException(spec.commandLine(), "--threads and --pool: give one of them");
        given().keySet().forEach(knob -> {
            if (workloads.stream().noneMatch(info -> info.knobs().contains(knob)))
                throw new ParameterException(spec.commandLine(), nobody("--" + knob.option, knob, workloads));
        });
        if (transport.isPresent()
                && workloads.stream().noneMatch(info -> info.knobs().contains(Knob.LOOPS)))
            throw new ParameterException(spec.commandLine(), nobody("--transport", Knob.LOOPS, workloads));
    }

    RunSpec apply(RunSpec run, WorkloadInfo info) {
        Optional<Transport> asked = info.knobs().contains(Knob.LOOPS) ? transport : Optional.empty();
        RunSpec set = new RunSpec(
                run.workload(), run.load(), run.knobs(), failureRate.orElse(0.0), seed.value(), asked, run.process());
        for (Map.Entry<Knob, Long> setting : given().entrySet())
            if (info.knobs().contains(setting.getKey())) set = set.with(setting.getKey(), setting.getValue());
        return set;
    }

    private Map<Knob, Long> given() {
        Map<Knob, Long> given = new EnumMap<>(Knob.class);
        pool.ifPresent(number -> given.put(Knob.POOL, number));
        loops.ifPresent(number -> given.put(Knob.LOOPS, number));
        carriers.ifPresent(number -> given.put(Knob.CARRIERS, number));
        latency.asked().ifPresent(time -> given.put(Knob.LATENCY, time.toNanos() / 1000));
        connections.asked().ifPresent(number -> given.put(Knob.CONNECTIONS, number));
        tile.ifPresent(pixels -> given.put(Knob.TILE, pixels));
        work.ifPresent(time -> given.put(Knob.WORK, time.toNanos() / 1000));
        return given;
    }

    /** Names those that have it, the same tasks' first. */
    private static String nobody(String option, Knob knob, List<WorkloadInfo> workloads) {
        List<String> tasks =
                workloads.stream().map(info -> info.workload().task()).toList();
        List<WorkloadInfo> having = KnownWorkloads.all().stream()
                .filter(info -> info.unavailable().isEmpty() && info.knobs().contains(knob))
                .toList();
        List<String> names = Stream.concat(
                        having.stream()
                                .filter(info -> tasks.contains(info.workload().task())),
                        having.stream()
                                .filter(info -> !tasks.contains(info.workload().task())))
                .map(info -> info.workload().toString())
                .toList();
        String asked =
                workloads.stream().map(info -> info.workload().toString()).collect(Collectors.joining(", "));
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        String who = names.isEmpty()
                ? "no workload has it"
                : "those that have it: " + String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more;
        return option + ": " + asked + " has no such setting; " + who;
    }
}
