package interleave.cli;

import interleave.lab.claims.Bench;
import interleave.lab.claims.Campaign;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Claims;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Sitting;
import interleave.metric.Ticker;
import interleave.spec.Defaults;
import interleave.spec.ExitStatus;
import interleave.spec.Quantities;
import interleave.supervisor.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final Duration QUICK = Duration.ofSeconds(235);
    private static final Duration FULL = Duration.ofMinutes(30);

    private final Console console;

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
            description = OptionWords.WITHIN + "30m, and 235s with --quick.")
    private Optional<Duration> within = Optional.empty();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private TextOrJsonOption format = new TextOrJsonOption();

    @Mixin
    private ReportOption page = new ReportOption();

    @Mixin
    private PlaceOption.OfRuns place = new PlaceOption.OfRuns();

    LabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean json = format.json(spec, "claims");
        List<Claim> claims = asked.isEmpty() ? Claims.ALL : List.copyOf(new LinkedHashSet<>(asked));
        LabReport report = LabReport.of(json, Instant::now);
        if (list) {
            claims.forEach(claim -> report.listed(claim).forEach(console.out()::println));
            return ExitStatus.DONE;
        }
        page.check();
        Map<String, String> earlier = baseline.read(ClaimBaseline::parse).orElse(Map.of());
        LabSession session = new LabSession(console, Ticker.SYSTEM);
        LabOutput output = session.output;
        LabBench made = LabBench.of(
                Launch.likeThis(Defaults.LATENCY).deaf(), place.place(false), place.cpus, quick, event -> {});
        Conditions conditions = made.conditions();
        Bench bench = made.bench();
        LabBench.noRings(conditions).ifPresent(output::word);
        session.begin(bench);
        Duration most = within.orElse(quick ? QUICK : FULL);
        Campaign campaign = new Campaign(claims, conditions, most, Bench.usual(quick), seed.value());
        Optional<Duration> least = campaign.least().map(LabOptions::wholeSeconds);
        if (least.isPresent() && most.compareTo(least.get()) < 0)
            throw new ParameterException(
                    spec.commandLine(),
                    "--within " + Quantities.text(most) + " must be " + Quantities.text(least.get())
                            + " at least: one repetition takes that");
        Claiming claiming = new Claiming(campaign, report, output, earlier);
        report.begin(conditions, place.sides(conditions.place()), seed.value()).forEach(output::line);
        Sitting sitting = new Sitting(campaign, bench, claiming, Ticker.SYSTEM, seed.value());
        sitting.run();
        report.end(campaign, sitting.elapsed(), bench.signal()).forEach(output::line);
        List<String> wrong = new ArrayList<>(claiming.changes());
        page.write(() -> LabPage.of(campaign, place.sides(conditions.place()), sitting.elapsed()))
                .ifPresent(wrong::add);
        int status = session.end(wrong);
        return claiming.failed() ? ExitStatus.FAILED : status;
    }
}
