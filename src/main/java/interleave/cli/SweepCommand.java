package interleave.cli;

import interleave.lab.Laboratory;
import interleave.lab.Laboratory.Outcome;
import interleave.lab.Place;
import interleave.lab.Sweep;
import interleave.metric.Ticker;
import interleave.record.Json;
import interleave.spec.Defaults;
import interleave.spec.ExitStatus;
import interleave.spec.Knob;
import interleave.spec.Limits;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.Quantities;
import interleave.spec.RunSpec;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "sweep",
        description = {
            "Measures a workload along one setting: the curve of its tasks per second, the best, and where it bends.",
            "^C ends it early, with what was finished; a second one ends it at once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each repetition is a fresh process. Every point is measured twice, those that may be the best five times.",
            "Exit status: 0 done, 1 a run or its verification failed, 2 the command line is wrong, 128+N ended by"
                    + " signal N."
        })
final class SweepCommand implements Callable<Integer> {
    private static final Map<String, Knob> KNOBS =
            Map.of("pool", Knob.POOL, "loops", Knob.LOOPS, "latency", Knob.LATENCY);

    /** From and to, both measured. */
    record Range(long from, long to) {}

    static final class OfRange implements ITypeConverter<Range> {
        private static final Pattern RANGE = Pattern.compile("(\\d{1,7})\\.\\.(\\d{1,7})(?:/s)?");

        @Override
        public Range convert(String text) {
            Matcher matcher = RANGE.matcher(text);
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) < 1)
                throw new TypeConversionException("must be a range from 1 on, such as 1..4096");
            Range range = new Range(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
            if (range.from >= range.to) throw new TypeConversionException("must be a range such as 1..4096");
            return range;
        }
    }

    /** In microseconds. */
    static final class OfTimes implements ITypeConverter<Range> {
        @Override
        public Range convert(String text) {
            int dots = text.indexOf("..");
            Optional<Duration> from = dots < 0 ? Optional.empty() : Quantities.duration(text.substring(0, dots));
            Optional<Duration> to = dots < 0 ? Optional.empty() : Quantities.duration(text.substring(dots + 2));
            long least = from.map(time -> time.toNanos() / 1000).orElse(0L);
            long most = to.map(time -> time.toNanos() / 1000).orElse(0L);
            if (least < 1 || most <= least)
                throw new TypeConversionException("must be a range of durations, such as 1ms..100ms");
            return new Range(least, most);
        }
    }

    private final Output out;
    private final PrintStream err;
    private final EndSignals signals;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "W",
            converter = Candidate.Converter.class,
            completionCandidates = KnownWorkloads.Names.class,
            description = "A workload, with settings of its own, as in http/pool or http/pool:concurrency=256.")
    private Candidate candidate;

    @Option(
            names = "--concurrency",
            paramLabel = "A..B",
            converter = OfRange.class,
            description = "Tasks in flight, as in 1..4096.")
    private Optional<Range> concurrency = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "A..B",
            converter = OfRange.class,
            description = "Tasks in flight and pool size at once.")
    private Optional<Range> threads = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "A..B",
            converter = OfRange.class,
            description = "Starts per second by a plan.")
    private Optional<Range> rate = Optional.empty();

    @Option(names = "--pool", paramLabel = "A..B", converter = OfRange.class, description = "Threads in the pool.")
    private Optional<Range> pool = Optional.empty();

    @Option(names = "--loops", paramLabel = "A..B", converter = OfRange.class, description = "Event loops.")
    private Optional<Range> loops = Optional.empty();

    @Option(
            names = "--latency",
            paramLabel = "A..B",
            converter = OfTimes.class,
            description = "How long a task waits, or the service before it answers, as in 1ms..100ms.")
    private Optional<Range> latency = Optional.empty();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ReportOption page = new ReportOption();

    @Mixin
    private LabOptions lab = new LabOptions();

    SweepCommand(Output out, PrintStream err, EndSignals signals) {
        this.out = out;
        this.err = err;
        this.signals = signals;
    }

    @Override
    public Integer call() throws InterruptedException {
        String axis = axis();
        Range range = ranges().get(axis);
        check(axis, range);
        page.check();
        ProcessOptions options = lab.process.options();
        Place asked = lab.place(options);
        Place place = PlaceOption.hasOtherSide(candidate.info().workload()) ? asked : Place.FREE;
        Place.Sides sides = lab.place.sides(place);
        ProcessOptions there = PlaceOption.on(sides, candidate.info().workload(), options);
        RunSpec plain = candidate.apply(Asked.of(candidate.info(), there, new LoadOptions(), new SettingOptions()));
        LabOutput output = new LabOutput(out, err);
        Laboratory laboratory = lab.laboratory(List.of(at(plain, axis, range.to)), sides, longest(axis, range), output);
        signals.askFirst(laboratory::interrupt);
        out.whenNobodyReads(() -> laboratory.interrupt("SIGPIPE"));
        Sweep sweep = new Sweep(range.from, range.to, lab.within, plain.seed());
        long began = Ticker.SYSTEM.nanos();
        Optional<String> failure = measure(sweep, plain, axis, laboratory, output, began);
        print(new SweepReport(candidate.label(), axis, place, sides), sweep, output, since(began), laboratory.signal());
        failure.ifPresent(output::word);
        Optional<String> unwritten =
                page.write(() -> SweepPage.of(candidate.label(), axis, place, sides, sweep, since(began)));
        unwritten.ifPresent(output::word);
        output.end(() -> laboratory.signal().isEmpty());
        signals.dieIfAsked();
        return failure.isEmpty() && unwritten.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static Duration longest(String axis, Range range) {
        return axis.equals("latency") ? Duration.ofNanos(range.to * 1000) : Defaults.LATENCY;
    }

    private Optional<String> measure(
            Sweep sweep, RunSpec plain, String axis, Laboratory laboratory, LabOutput output, long began)
            throws InterruptedException {
        OptionalLong next = sweep.next(since(began));
        while (next.isPresent()) {
            long value = next.getAsLong();
            output.progress(since(began), lab.within, sweep.repetitions() + " done, now " + axis + " " + value);
            switch (laboratory.repeat(at(plain, axis, value), plain.seed() + sweep.repetitions())) {
                case Outcome.Measured(var repetition, var _) -> sweep.add(value, repetition);
                case Outcome.Failed(String why) -> {
                    sweep.stop();
                    return Optional.of(candidate.label() + " at " + axis + " " + value + " FAILED: " + why);
                }
                case Outcome.Interrupted() -> sweep.stop();
            }
            next = sweep.next(since(began));
        }
        return Optional.empty();
    }

    private void print(SweepReport report, Sweep sweep, LabOutput output, Duration elapsed, Optional<String> signal) {
        List<String> lines = switch (format.format) {
            case TEXT -> report.text(sweep, elapsed, signal);
            case JSON -> report.lines(sweep, (type, fields) -> Json.line(type, Instant.now(), fields), signal);
            case CSV -> report.csv(sweep, Instant.now(), signal);
        };
        lines.forEach(output::line);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(Ticker.SYSTEM.nanos() - began);
    }

    private Map<String, Range> ranges() {
        Map<String, Range> ranges = new LinkedHashMap<>();
        concurrency.ifPresent(range -> ranges.put("concurrency", range));
        threads.ifPresent(range -> ranges.put("threads", range));
        rate.ifPresent(range -> ranges.put("rate", range));
        pool.ifPresent(range -> ranges.put("pool", range));
        loops.ifPresent(range -> ranges.put("loops", range));
        latency.ifPresent(range -> ranges.put("latency", range));
        return ranges;
    }

    private String axis() {
        if (ranges().size() != 1)
            throw wrong("a sweep is along one of --concurrency, --threads, --rate, --pool, --loops, --latency, as in"
                    + " --concurrency 1..4096");
        return ranges().keySet().iterator().next();
    }

    private void check(String axis, Range range) {
        if (KNOBS.containsKey(axis) && !candidate.info().knobs().contains(KNOBS.get(axis)))
            throw wrong("--" + axis + ": " + candidate.info().workload() + " has no such setting");
        long most = switch (axis) {
            case "pool", "loops", "latency" -> KNOBS.get(axis).most;
            case "threads" -> Limits.MOST_THREADS;
            default -> 1_000_000;
        };
        String limit = axis.equals("latency") ? Quantities.text(Limits.LONGEST_LATENCY) : String.valueOf(most);
        if (range.to > most) throw wrong("--" + axis + " must end at " + limit + " or below");
    }

    private RunSpec at(RunSpec plain, String axis, long value) {
        return switch (axis) {
            case "concurrency" -> plain.with(new Load.Closed((int) value));
            case "rate" -> plain.with(new Load.Open(value));
            case "threads" -> {
                RunSpec crowded = plain.with(new Load.Closed((int) value));
                yield candidate.info().knobs().contains(Knob.POOL) ? crowded.with(Knob.POOL, value) : crowded;
            }
            default -> plain.with(KNOBS.get(axis), value);
        };
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
