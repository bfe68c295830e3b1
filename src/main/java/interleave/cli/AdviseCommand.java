package interleave.cli;

import interleave.catalogue.Models;
import interleave.catalogue.Tasks;
import interleave.execution.ModelInfo;
import interleave.execution.Taken;
import interleave.lab.NoiseMeter;
import interleave.lab.Place;
import interleave.lab.SteppedBench;
import interleave.lab.advice.Entrant;
import interleave.lab.advice.Need;
import interleave.metric.Ticker;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Limits;
import interleave.spec.ProcessOptions;
import interleave.spec.Quantities;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import interleave.supervisor.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "advise",
        description = {
            "Says which model, and which pool size, keeps a rate of tasks of a given shape within a target, with how"
                    + " much room, and what bounds it: every model is measured.",
            "^C ends it early, with the models that were finished; a second one ends it at once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A task waits for the HTTP service, then computes. The smallest pool is searched for from where Little's"
                + " law and the theory of queues have it, the highest rate by bisection to 5%%: each is measured, in"
                + " steps of one to five seconds within one process for each model.",
            "Of the time that is left, those that meet the target are measured again, the best first, in up to five"
                    + " fresh processes each: they meet it where most of these do, and their numbers are the medians of"
                    + " these, of five with 95%% intervals.",
            "A rate is held where all but 3%% of its tasks end meanwhile, none is dropped, and the p99 is within the"
                    + " target. Best first: those that hold the rate, by CPU time per task, which has in it what it"
                    + " takes to start tasks by the plan.",
            "Exit status: 0 done, 1 a run or its verification failed, 2 the command line is wrong, 128+N ended by"
                    + " signal N."
        })
final class AdviseCommand implements Callable<Integer> {
    private static final Path PROC = Path.of("/proc");
    private static final String TASK = "http";

    static final class OfRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Quantities.rate(text)
                    .filter(rate -> rate >= Need.LEAST_PER_S && rate <= Limits.MOST_PER_S)
                    .orElseThrow(() -> new TypeConversionException("must be a rate from " + Need.LEAST_PER_S + "/s to "
                            + Limits.MOST_PER_S + "/s, such as 3000/s: of fewer a p99 takes too long"));
        }
    }

    static final class OfModels implements ITypeConverter<List<String>> {
        @Override
        public List<String> convert(String text) {
            List<String> names = List.of(text.split(",", -1));
            for (String name : names)
                if (Models.named(name).isEmpty())
                    throw new TypeConversionException("must be models, as in pool,virtual: "
                            + of().map(info -> info.workload().model()).collect(Collectors.joining(", ")));
            return names;
        }
    }

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            required = true,
            converter = RunConverters.OfLatency.class,
            description = "How long a task waits for the service, as in 20ms.")
    private Duration waiting = Duration.ZERO;

    @Option(
            names = "--cpu",
            paramLabel = "TIME",
            required = true,
            converter = RunConverters.OfWork.class,
            description = "The CPU time that it computes then, as in 200us, besides what the request costs.")
    private Duration cpu = Duration.ZERO;

    @Option(
            names = "--rate",
            paramLabel = "R",
            required = true,
            converter = OfRate.class,
            description = "How many such tasks begin per second, as in 3000/s.")
    private double rate;

    @Option(
            names = "--p99",
            paramLabel = "TIME",
            required = true,
            converter = RunConverters.OfLatency.class,
            description = "The response time that 99 of 100 tasks must keep, as in 60ms.")
    private Duration p99 = Duration.ZERO;

    @Mixin
    private final ConnectionsOption connections = new ConnectionsOption();

    @Option(
            names = "--arrival",
            paramLabel = "A",
            converter = Converters.OfArrival.class,
            description = OptionWords.ARRIVAL + "poisson.")
    private Arrival arrival = Arrival.POISSON;

    @Option(
            names = "--models",
            paramLabel = "LIST",
            converter = OfModels.class,
            description = "The models to try, as in pool,virtual; default: all.")
    private List<String> models = List.of();

    @Option(
            names = "--within",
            paramLabel = "TIME",
            defaultValue = "3m",
            converter = Converters.OfLength.class,
            description = OptionWords.WITHIN + "3m.")
    private Duration within = Duration.ZERO;

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Mixin
    private final TextOrJsonOption format = new TextOrJsonOption();

    @Mixin
    private final ProcessArguments process = new ProcessArguments();

    @Mixin
    private final ReportOption page = new ReportOption();

    @Mixin
    private final PlaceOption.OfRuns placing = new PlaceOption.OfRuns();

    AdviseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean json = format.json(spec, "an advice");
        Need need = need();
        Duration least = LabOptions.wholeSeconds(SteppedBench.least(rate));
        if (within.compareTo(least) < 0)
            throw wrong("--within " + Quantities.text(within) + " must be " + Quantities.text(least)
                    + " at least: one model takes that to start, warm up and be measured once");
        page.check();
        ProcessOptions options = process.options();
        Place place = placing.place(!options.cpus().isEmpty());
        Place.Sides sides = placing.sides(place);
        int cpus = cpus(sides, options);
        List<Advising.Entry> entries = entries(need, sides, options, cpus);
        LabSession session = new LabSession(console, Ticker.SYSTEM);
        SteppedBench.Room room = room(entries, sides, cpus, session.output);
        Advising advising = new Advising(need, new AdvicePlaces(need, room), entries, within, session);
        session.begin(advising);
        List<String> wrong = new ArrayList<>(advising.run());
        AdviceReport report = new AdviceReport(need, place, sides, cpus, advising, json);
        report.lines(LineWidth.ofOutput()).forEach(session.output::line);
        page.write(() -> AdvicePage.of(report)).ifPresent(wrong::add);
        return session.end(wrong);
    }

    private Need need() {
        Duration task = waiting.plus(cpu);
        if (p99.compareTo(task) <= 0)
            throw wrong("--p99 " + Quantities.text(p99) + " must be above --wait and --cpu together, "
                    + Quantities.text(task));
        OptionalInt bound = connections
                .asked()
                .filter(number -> number > 0)
                .map(number -> OptionalInt.of(number.intValue()))
                .orElse(OptionalInt.empty());
        return new Need(waiting, cpu, rate, arrival, p99, bound);
    }

    /** The task under every model. */
    private static Stream<WorkloadInfo> of() {
        return KnownWorkloads.all().stream()
                .filter(info -> info.workload().task().equals(TASK)
                        && info.unavailable().isEmpty());
    }

    private int cpus(Place.Sides sides, ProcessOptions options) {
        if (!sides.worker().isEmpty()) return sides.worker().size();
        if (!options.cpus().isEmpty()) return options.cpus().size();
        return placing.cpus.all().size();
    }

    private List<Advising.Entry> entries(Need need, Place.Sides sides, ProcessOptions options, int cpus) {
        List<Advising.Entry> entries = new ArrayList<>();
        of().filter(info -> models.isEmpty() || models.contains(info.workload().model()))
                .forEach(info -> entries.add(entry(info, need, PlaceOption.on(sides, info.workload(), options), cpus)));
        return entries;
    }

    private Advising.Entry entry(WorkloadInfo info, Need need, ProcessOptions there, int cpus) {
        RunSpec run = RunSpec.of(info.workload(), need.load(need.ratePerSecond()))
                .with(Knob.LATENCY, waiting.toNanos() / 1000)
                .with(Knob.WORK, cpu.toNanos() / 1000);
        if (need.connections().isPresent())
            run = run.with(Knob.CONNECTIONS, need.connections().getAsInt());
        // A loop for each CPU, as there are carriers for virtual threads.
        if (info.knobs().contains(Knob.LOOPS)) run = run.with(Knob.LOOPS, Math.min(cpus, Knob.LOOPS.most));
        run = new RunSpec(run.workload(), run.load(), run.knobs(), 0, seed.value(), there);
        return new Advising.Entry(new Entrant(info.workload(), threads(info)), run);
    }

    private static Entrant.Threads threads(WorkloadInfo info) {
        ModelInfo model = Models.named(info.workload().model()).orElseThrow();
        if (model.oneAtATime()) return Entrant.Threads.ONE;
        boolean pool = model.threads() == Taken.POOL && !info.knobs().contains(Knob.LOOPS);
        return pool ? Entrant.Threads.POOL : Entrant.Threads.ENOUGH;
    }

    private SteppedBench.Room room(List<Advising.Entry> entries, Place.Sides sides, int cpus, LabOutput output) {
        Launch launch = Launch.likeThis(waiting).deaf().withHelpersOn(sides.other());
        Optional<String> noRings = EventLoops.whyNotOverRingsInTurn(
                entries.stream().map(Advising.Entry::run).toList());
        noRings.ifPresent(output::word);
        return new SteppedBench.Room(
                PROC,
                noRings.isPresent() ? launch.withoutRings() : launch,
                Tasks::needsService,
                new NoiseMeter(PROC, Path.of("/sys"), Ticker.SYSTEM),
                cpus);
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
