package interleave.cli;

import interleave.config.Settings;
import interleave.config.Settings.Colour;
import interleave.config.Settings.Opens;
import interleave.screen.Glyphs;
import interleave.spec.Defaults;
import interleave.spec.Target;
import interleave.spec.WorkloadInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "interleave",
        description = "Shows, live, what concurrency costs on this machine. Without a subcommand: the monitor.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Behind -- a program of yours is started, without a shell, watched with all that comes of it, and ended:"
                    + " interleave -- node server.js",
            "Exit status: 0 done, 1 a run or its verification failed, 2 the command line is wrong, 128+N ended by"
                    + " signal N."
        })
final class MainCommand implements Callable<Integer> {
    private final ToIntFunction<Settings> monitor;

    @Option(
            names = "--start",
            paramLabel = "W",
            arity = "1..*",
            converter = Converters.OfWorkload.class,
            completionCandidates = KnownWorkloads.Names.class,
            description = "Workloads to start at once, as in http/virtual; all: interleave list.")
    private List<WorkloadInfo> start = List.of();

    @Mixin
    private IntervalOption interval = new IntervalOption();

    @Mixin
    private LatencyOption latency = new LatencyOption();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = Defaults.RUN_FOR_TEXT,
            converter = Converters.OfRunTime.class,
            description = "The time that a run goes that is started here, as in 10m, or never; default "
                    + Defaults.RUN_FOR_TEXT + ".")
    private RunLimit runFor = new RunLimit(Settings.DEFAULT.runFor());

    @Option(
            names = "--color",
            paramLabel = "C",
            defaultValue = "auto",
            converter = Converters.OfColour.class,
            description = "auto, never, 16, 256 or 24bit; default auto.")
    private Colour colour = Colour.AUTO;

    @Option(
            names = "--glyphs",
            paramLabel = "G",
            converter = Converters.OfGlyphs.class,
            description = "braille, block, console or ascii; default: as the locale and TERM say. Take ascii for a "
                    + "terminal that draws lines and arrows two columns wide.")
    private Optional<Glyphs> glyphs = Optional.empty();

    @Option(
            names = "--view",
            paramLabel = "V",
            defaultValue = "workloads",
            converter = Converters.OfView.class,
            description =
                    "The view that fills the screen at first: workloads, matrix, or monitor, the machine alone, as for"
                            + " a pane; default workloads.")
    private Opens view = Opens.WORKLOADS;

    @Option(names = "--read-only", description = "Start and stop nothing, whatever is pressed.")
    private boolean readOnly;

    @Mixin
    private PidOptions processes = new PidOptions();

    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Mixin
    private CommandOptions command;

    /** @param words what follows {@code --} */
    MainCommand(ToIntFunction<Settings> monitor, List<String> words) {
        this.monitor = monitor;
        this.command = new CommandOptions(words);
    }

    @Override
    public Integer call() {
        command.check();
        Optional<Target> target =
                targets.target(latency.asked().isPresent(), !command.words().isEmpty());
        return monitor.applyAsInt(new Settings(
                start.stream().map(WorkloadInfo::workload).distinct().toList(),
                interval.value(),
                latency.orDefault(),
                runFor.limit(),
                colour,
                glyphs,
                readOnly,
                view,
                processes.pids(),
                command.words(),
                target,
                command.leave()));
    }
}
