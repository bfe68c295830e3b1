package interleave.cli;

import interleave.lab.Place;
import interleave.spec.ExitStatus;
import interleave.spec.ProcessOptions;
import interleave.spec.Target;
import interleave.spec.WorkloadInfo;
import interleave.trial.TrialPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs workloads without the monitor, all at the same time, and prints what they cost.",
            "^C ends it early, with the summary of what was measured until then; a second one ends it at once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Behind -- a program of yours is started, without a shell, told of with all that comes of it, and ended:"
                    + " run http/virtual -- node server.js",
            "The warm-up begins when every workload has completed a task. From the start count only the tasks that were"
                    + " started, completed, failed and cancelled in all; in JSON and CSV, whole_run.",
            "Exit status: 0 done, 1 a run or its verification failed, 2 the command line is wrong, 128+N ended by"
                    + " signal N."
        })
final class RunCommand implements Callable<Integer> {
    /** All models of a task four times over. Each is a process, of which a hundred take a machine's memory. */
    private static final int MOST = 32;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "W",
            arity = "1..*",
            converter = Converters.OfWorkload.class,
            completionCandidates = KnownWorkloads.Names.class,
            description = "Workloads, as in http/virtual, up to " + MOST + "; all: interleave list.")
    private List<WorkloadInfo> workloads = List.of();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Converters.OfLength.class,
            description = "The time that is measured; default 10s.")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = Converters.OfDuration.class,
            description = "The time that runs go before that; default 2s.")
    private Duration warmup = Duration.ZERO;

    @Mixin
    private LoadOptions load = new LoadOptions();

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Mixin
    private ProcessArguments process = new ProcessArguments();

    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Mixin
    private PidOptions processes = new PidOptions();

    @Mixin
    private PlaceOption.OfServer places = new PlaceOption.OfServer();

    @Mixin
    private CommandOptions command;

    @Mixin
    private FormatOption format = new FormatOption();

    /** @param words what follows {@code --} */
    RunCommand(Console console, List<String> words) {
        this.command = new CommandOptions(words);
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (workloads.size() > MOST)
            throw new ParameterException(
                    spec.commandLine(),
                    workloads.size() + " workloads at once are too many, since each is a process: at most " + MOST);
        load.check();
        command.check();
        settings.check(workloads, load.threads());
        Optional<Target> target =
                targets.target(settings.givesLatency(), !command.words().isEmpty());
        targets.check(target, workloads);
        ProcessOptions options = process.options();
        ServerSide server = server(target, options);
        TrialPlan plan = new TrialPlan(
                workloads.stream()
                        .map(info -> TargetOptions.apply(
                                Asked.of(info, server.on(info.workload(), options), load, settings), target))
                        .toList(),
                settings.latency(),
                warmup,
                duration);
        Report report = Report.of(format.format, Instant::now, target.isPresent());
        CommandPlan beside = new CommandPlan(command, server.sides().other());
        Headless headless = new Headless(plan, report, beside, server, console.out(), console.err());
        console.signals().askFirst(headless::interrupt);
        console.out().whenNobodyReads(headless::nobodyReads);
        boolean good = headless.run();
        console.signals().dieIfAsked();
        return good ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    /** CPUs are given out where both sides are started here. */
    private ServerSide server(Optional<Target> target, ProcessOptions options) {
        boolean ours = !command.words().isEmpty();
        if (target.isEmpty() && !processes.pids().isEmpty())
            throw new ParameterException(
                    spec.commandLine(), "--pid needs a server that is asked: --target http://127.0.0.1:3000/ --pid N");
        if (target.isEmpty() || !ours) {
            places.refuse("a server that is started here: --target http://127.0.0.1:3000/ -- node server.js");
            return new ServerSide(target, Optional.empty(), Place.FREE.sides(List.of()), processes.pids());
        }
        Place place = places.place(!options.cpus().isEmpty());
        return new ServerSide(target, Optional.of(place), places.sides(place), processes.pids());
    }
}
