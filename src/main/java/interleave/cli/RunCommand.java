package interleave.cli;

import interleave.metric.Load;
import interleave.metric.RunSpec;
import interleave.metric.WorkloadInfo;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

@Command(
        name = "run",
        description = {
            "Runs workloads without the monitor, all at the same time, and prints what they cost.",
            "^C ends it early, with the summary of what was measured until then."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The warm-up begins when every workload has completed a task; only failures and peaks count from the"
                    + " start.",
            "Exit status: 0 done, 1 a run or its verification failed, 2 the command line is wrong."
        })
final class RunCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "W",
            arity = "1..*",
            converter = Converters.OfWorkload.class,
            description = "Workloads, as in http/virtual; all: interleave list.")
    private List<WorkloadInfo> workloads = List.of();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Converters.OfLength.class,
            description = "How long is measured; default 10s.")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = Converters.OfDuration.class,
            description = "How long runs go before that; default 2s.")
    private Duration warmup = Duration.ZERO;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            converter = Converters.OfConcurrency.class,
            description = "Tasks in flight; default: as the list says.")
    private Optional<Integer> concurrency = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "R",
            converter = Converters.OfRate.class,
            description = "Starts by a plan, as in 5000/s; not available yet.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "20ms",
            converter = Converters.OfDuration.class,
            description = "How long the HTTP service waits before it answers; default 20ms.")
    private Duration latency = Duration.ZERO;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Converters.OfFormat.class,
            description = "text, json (one object a line) or csv; default text.")
    private Format format = Format.TEXT;

    RunCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (concurrency.isPresent() && rate.isPresent()) throw wrong("--concurrency and --rate: give one of them");
        if (rate.isPresent()) throw wrong("--rate: an open load is not available yet; right is --concurrency N");
        Plan plan = new Plan(workloads.stream().map(this::asked).toList(), warmup, duration);
        Report report = Report.of(format, out, Instant::now);
        Headless headless = new Headless(plan, out, err, report, Progress.onTerminal(err));
        Signal.handle(new Signal("INT"), signal -> headless.interrupt());
        Signal.handle(new Signal("TERM"), signal -> headless.interrupt());
        return headless.run(latency) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private RunSpec asked(WorkloadInfo info) {
        Load load = concurrency.<Load>map(Load.Closed::new).orElse(info.defaultLoad());
        return RunSpec.of(info.workload(), load);
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
