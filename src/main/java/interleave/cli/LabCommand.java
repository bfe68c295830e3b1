package interleave.cli;

import interleave.kernel.Reason;
import interleave.lab.claims.Bench;
import interleave.lab.claims.Campaign;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Claims;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Sitting;
import interleave.metric.Ticker;
import interleave.spec.Defaults;
import interleave.spec.ExitStatus;
import interleave.supervisor.Launch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        name = "lab",
        description = {
            "Tests what articles say of asynchrony and threads on this machine, each claim as an experiment with a"
                    + " verdict: CONFIRMED, REFUTED, DEPENDS, INCONCLUSIVE or NOT POSSIBLE HERE.",
            "^C ends it early, with the claims that were finished; a second one ends it at once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "lab --list names the claims, with what each measures and by which rule it is judged.",
            "Each repetition is a fresh process; the sides of a claim take turns, in an order drawn by lot (--seed)."
                    + " In full, five of each side at least, and 95 %% intervals; the time that is left goes to claims"
                    + " that this did not decide. --quick: three, and the least and the most of all pairs; of what is"
                    + " counted, one. One that noise has spoiled is done again.",
            "A file that --format json printed is read by --baseline: verdicts that differ are told.",
            "Exit status: 0 done, 1 a run failed or a verdict is another than in the baseline, 2 the command line is"
                    + " wrong, 128+N ended by signal N."
        })
final class LabCommand implements Callable<Integer> {
    private static final Duration QUICK = Duration.ofSeconds(230);
    private static final Duration FULL = Duration.ofMinutes(30);

    private final Output out;
    private final PrintStream err;
    private final EndSignals signals;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            converter = ClaimNames.Converter.class,
            completionCandidates = ClaimNames.class,
            description = "Claims by name, as --list has them; default: all.")
    private List<Claim> asked = List.of();

    @Option(names = "--list", description = "Print the claims instead, and how each is tested.")
    private boolean list;

    @Option(names = "--quick", description = "Few and short repetitions: all claims in less than four minutes.")
    private boolean quick;

    @Option(
            names = "--within",
            paramLabel = "TIME",
            converter = Converters.OfLength.class,
            description = "The time that all of it may take; default 30m, and 230s where it is quick.")
    private Optional<Duration> within = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "A file that lab --format json printed: verdicts that are others now are told.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = RunConverters.OfSeed.class,
            description = "Decides the order, so that it can be repeated; default 1.")
    private long seed;

    @Mixin
    private TextOrJsonOption format = new TextOrJsonOption();

    @Mixin
    private ReportOption page = new ReportOption();

    @Mixin
    private PlaceOption place = new PlaceOption();

    LabCommand(Output out, PrintStream err, EndSignals signals) {
        this.out = out;
        this.err = err;
        this.signals = signals;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean json = format.json(spec, "claims");
        List<Claim> claims = asked.isEmpty() ? Claims.ALL : List.copyOf(new LinkedHashSet<>(asked));
        LabReport report = LabReport.of(json, Instant::now);
        if (list) {
            claims.forEach(claim -> report.listed(claim).forEach(out::println));
            return ExitStatus.DONE;
        }
        page.check();
        Map<String, String> earlier = baseline.map(this::earlier).orElse(Map.of());
        LabOutput output = new LabOutput(out, err);
        LabBench made = LabBench.of(
                Launch.likeThis(Defaults.LATENCY).deaf(), place.place(false), place.able(), quick, event -> {});
        Conditions conditions = made.conditions();
        Bench bench = made.bench();
        LabBench.noRings(conditions).ifPresent(output::word);
        signals.askFirst(bench::interrupt);
        out.whenNobodyReads(() -> bench.interrupt("SIGPIPE"));
        Duration most = within.orElse(quick ? QUICK : FULL);
        Campaign campaign = new Campaign(claims, conditions, most, Bench.usual(quick), seed);
        Claiming claiming = new Claiming(campaign, report, output, earlier);
        report.begin(conditions, place.sides(conditions.place()), seed).forEach(output::line);
        Sitting sitting = new Sitting(campaign, bench, claiming, Ticker.SYSTEM, seed);
        sitting.run();
        report.end(campaign, sitting.elapsed(), bench.signal()).forEach(output::line);
        claiming.changes().forEach(output::word);
        Optional<String> unwritten =
                page.write(() -> LabPage.of(campaign, place.sides(conditions.place()), sitting.elapsed()));
        unwritten.ifPresent(output::word);
        output.end(() -> bench.signal().isEmpty());
        signals.dieIfAsked();
        return claiming.failed() || unwritten.isPresent() || !claiming.changes().isEmpty()
                ? ExitStatus.FAILED
                : ExitStatus.DONE;
    }

    private Map<String, String> earlier(Path file) {
        try {
            return ClaimBaseline.parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw wrong("--baseline " + file + " cannot be read: " + Reason.of(e));
        } catch (Baseline.Unusable e) {
            throw wrong("--baseline " + file + " " + e.getMessage());
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
