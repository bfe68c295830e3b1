package interleave.cli;

import interleave.lab.Comparison;
import interleave.lab.Interleaving;
import interleave.lab.Laboratory;
import interleave.lab.Place;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.Rules;
import interleave.lab.stats.Bootstrap;
import interleave.metric.Ticker;
import interleave.record.HumanText;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        description = {
            "Measures workloads in turn, each repetition in a fresh process, until it can be said how they differ.",
            "The first is the base. ^C ends it early, with what was finished; a second one ends it at once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A workload may have settings of its own, as in: compare http/pool:pool=64 http/pool:pool=256 http/virtual",
            "Repetitions come in rounds, each in an order drawn by lot (--seed). One that noise has spoiled (other"
                    + " processes, steal, a quota, a standstill) is done again and counted. Below 5 repetitions of each"
                    + " nothing is decided.",
            "Exit status: 0 done, 1 a run, its verification or a --fail-if failed, or what it asks is not known, 2 the"
                    + " command line is wrong, 128+N ended by signal N."
        })
final class CompareCommand implements Callable<Integer> {
    private static final int MOST = 8;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "W",
            arity = "1..*",
            converter = Candidate.Converter.class,
            completionCandidates = KnownWorkloads.Names.class,
            description = "Two workloads or more, up to " + MOST + ", as in http/virtual or http/pool:pool=64.")
    private List<Candidate> candidates = List.of();

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "5%",
            converter = RunConverters.OfPrecision.class,
            description = "Half-width of the 95%% intervals of ratios of tasks/s, CPU us/task and what --fail-if names;"
                    + " so many repetitions as that takes; default 5%%.")
    private double precision;

    @Option(
            names = "--margin",
            paramLabel = "P",
            defaultValue = "1%",
            converter = RunConverters.OfMargin.class,
            description = "By how much an interval must exclude a ratio of 1 for a verdict; default 1%%.")
    private double margin;

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            converter = FailIf.Converter.class,
            description = "Exit status 1 where a ratio to the base is beyond, as in 'p99>1.1x'; several may be given.")
    private List<FailIf> conditions = List.of();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Option(names = "--across-places", description = "Compare with a baseline of another placement nevertheless.")
    private boolean acrossPlaces;

    @Option(names = "--across-settings", description = "Compare with a baseline of other settings nevertheless.")
    private boolean acrossSettings;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ReportOption page = new ReportOption();

    @Mixin
    private LabOptions.OfCompare lab = new LabOptions.OfCompare();

    @Mixin
    private LoadOptions load = new LoadOptions();

    @Mixin
    private SettingOptions settings = new SettingOptions();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        page.check();
        ProcessOptions options = lab.process.options();
        // Of what talks to nobody there are no two sides.
        Place asked = lab.place(options);
        Place place = candidates.stream()
                        .anyMatch(one -> PlaceOption.hasOtherSide(one.info().workload()))
                ? asked
                : Place.FREE;
        Contest contest = contest(place, lab.place.sides(place), options);
        lab.checkWithin(spec, contest.rules().longest());
        Optional<Baseline> earlier = baseline.read(lines -> earlier(lines, contest));
        List<List<Repetition>> known = known(contest, earlier);
        List<RunSpec> runs = contest.entries().stream().map(Contest.Entry::spec).toList();
        LabSession session = new LabSession(console, Ticker.SYSTEM);
        earlier.flatMap(Baseline::difference)
                .ifPresent(words -> session.output.word(baseline.words("was measured with " + words)));
        Laboratory laboratory = lab.laboratory(runs, contest.sides(), settings.latency(), session.output);
        session.begin(laboratory);
        return measure(contest, new Interleaving(known, measured(known), contest.rules()), laboratory, session);
    }

    private int measure(Contest contest, Interleaving interleaving, Laboratory laboratory, LabSession session)
            throws InterruptedException {
        LabOutput output = session.output;
        boolean blocks = console.out().charset().newEncoder().canEncode('\u2588');
        ContestReport report = ContestReport.of(format.format, Instant::now, blocks);
        report.begin(contest, lab.duration()).forEach(output::line);
        Comparing series = new Comparing(contest, interleaving, report, output);
        Optional<String> failure =
                session.measure(series, laboratory, lab.within, contest.rules().seed());
        report.end(contest, interleaving, session.elapsed(), session.signal()).forEach(output::line);
        List<String> wrong = new ArrayList<>(failure.stream().toList());
        wrong.addAll(beyond(contest, interleaving));
        page.write(() -> ContestPage.of(contest, interleaving, session.elapsed()))
                .ifPresent(wrong::add);
        return session.end(wrong);
    }

    private void check() {
        if (candidates.size() > MOST) throw wrong(candidates.size() + " workloads; must be at most " + MOST);
        if (baseline.file().isPresent() && candidates.size() != 1)
            throw wrong("--baseline: the workload is compared with itself in the file; use one workload");
        if (baseline.file().isEmpty() && candidates.size() < 2)
            throw wrong("one workload has nothing to be compared with; use two or more, or --baseline FILE");
        load.check();
        settings.check(candidates.stream().map(Candidate::info).toList(), load.threads());
    }

    private Contest contest(Place place, Place.Sides sides, ProcessOptions options) {
        List<Contest.Entry> entries = new ArrayList<>();
        Map<String, Integer> met = new HashMap<>();
        for (Candidate candidate : candidates) {
            ProcessOptions there = PlaceOption.on(sides, candidate.info().workload(), options);
            RunSpec run = candidate.apply(Asked.of(candidate.info(), there, load, settings));
            int count = met.merge(candidate.label(), 1, Integer::sum);
            String label = count == 1 ? candidate.label() : candidate.label() + " (" + count + ")";
            RunSettings own = RunSettings.of(run, options.cpus());
            if (baseline.file().isPresent()) entries.add(new Contest.Entry(label + " then", run, own));
            entries.add(new Contest.Entry(label, run, own));
        }
        EnumSet<Quantity> precise = EnumSet.copyOf(Rules.USUAL);
        conditions.forEach(condition -> precise.add(condition.quantity()));
        long seed = entries.getFirst().spec().seed();
        Duration longest = lab.longest(entries.stream().map(Contest.Entry::spec).toList());
        return new Contest(
                entries,
                place,
                sides,
                new Rules(precision, margin, lab.within, longest, precise, seed),
                baseline.file().map(Path::toString));
    }

    /** The repetitions that there are of each candidate already. */
    private List<List<Repetition>> known(Contest contest, Optional<Baseline> earlier) {
        List<List<Repetition>> known = new ArrayList<>();
        contest.entries().forEach(entry -> known.add(List.of()));
        earlier.ifPresent(base -> known.set(0, base.repetitions()));
        return known;
    }

    private Set<Integer> measured(List<List<Repetition>> known) {
        Set<Integer> measured = new TreeSet<>();
        for (int i = 0; i < known.size(); i++) if (known.get(i).isEmpty()) measured.add(i);
        return measured;
    }

    private Baseline earlier(List<String> lines, Contest contest) throws Baseline.Unusable {
        Contest.Entry now = contest.entries().getLast();
        WorkloadInfo info = candidates.getFirst().info();
        Baseline earlier = Baseline.parse(lines, new Baseline.Wanted(now.label(), info, now.settings()));
        if (earlier.place() != contest.place() && !acrossPlaces)
            throw new Baseline.Unusable("was measured " + earlier.place().key + ", and this is "
                    + contest.place().key + ": what a switch costs depends on it; use --place " + earlier.place().key
                    + ", or --across-places");
        if (earlier.difference().isPresent() && !acrossSettings)
            throw new Baseline.Unusable("was measured with "
                    + earlier.difference().get() + "; use the same settings, or --across-settings");
        if (!earlier.load().equals(now.spec().load()))
            throw new Baseline.Unusable("has " + HumanText.load(earlier.load()) + ", and this is "
                    + HumanText.load(now.spec().load()) + "; use the same load");
        if (earlier.repetitions().size() < Bootstrap.FEWEST)
            throw new Baseline.Unusable("has " + earlier.repetitions().size() + " repetitions that count; must have "
                    + Bootstrap.FEWEST + " or more");
        return earlier;
    }

    /** Why it has failed, a line each. */
    private List<String> beyond(Contest contest, Interleaving interleaving) {
        List<String> lines = new ArrayList<>();
        List<Comparison> all = interleaving.comparisons();
        for (FailIf condition : conditions)
            for (Comparison one : all) {
                if (one.quantity() != condition.quantity()) continue;
                String who = condition.text() + " of " + contest.label(one.candidate());
                switch (condition.ask(one, Bootstrap.FEWEST)) {
                    case HOLDS -> lines.add("--fail-if: " + who + " holds");
                    case NOT_KNOWN ->
                        lines.add("--fail-if: " + who + " is not known: "
                                + interleaving
                                        .tooNoisy()
                                        .orElse("the interval is on both sides of it; a longer"
                                                + " --within narrows it"));
                    case DOES_NOT -> {}
                }
            }
        return lines;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
