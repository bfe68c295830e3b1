package interleave.cli;

import interleave.lab.Laboratory;
import interleave.lab.Place;
import interleave.lab.Repetition;
import interleave.lab.Sweep;
import interleave.metric.Ticker;
import interleave.record.Json;
import interleave.spec.Defaults;
import interleave.spec.Knob;
import interleave.spec.Limits;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.Quantities;
import interleave.spec.RunSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
            if (range.from >= range.to) throw new TypeConversionException("must go up, as in 1..4096");
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

    private final Console console;

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
    private LabOptions.OfSweep lab = new LabOptions.OfSweep();

    SweepCommand(Console console) {
        this.console = console;
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
        Duration longest = lab.longest(List.of(at(plain, axis, range.to)));
        lab.checkWithin(spec, longest);
        LabSession session = new LabSession(console, Ticker.SYSTEM);
        Laboratory laboratory =
                lab.laboratory(List.of(at(plain, axis, range.to)), sides, latency(axis, range), session.output);
        session.begin(laboratory);
        Sweep sweep = new Sweep(range.from, range.to, lab.within, longest, plain.seed());
        Optional<String> failure =
                session.measure(new Points(sweep, plain, axis), laboratory, lab.within, plain.seed());
        print(new SweepReport(candidate.label(), axis, place, sides), sweep, session);
        List<String> wrong = new ArrayList<>(failure.stream().toList());
        page.write(() -> SweepPage.of(candidate.label(), axis, place, sides, sweep, session.elapsed()))
                .ifPresent(wrong::add);
        return session.end(wrong);
    }

    private static Duration latency(String axis, Range range) {
        return axis.equals("latency") ? Duration.ofNanos(range.to * 1000) : Defaults.LATENCY;
    }

    private void print(SweepReport report, Sweep sweep, LabSession session) {
        List<String> lines = switch (format.format) {
            case TEXT -> report.text(sweep, session.elapsed(), session.signal(), LineWidth.ofOutput());
            case JSON ->
                report.lines(
                        sweep,
                        (type, fields) -> Json.line(type, Instant.now(), fields),
                        session.elapsed(),
                        session.signal());
            case CSV -> report.csv(sweep, Instant.now(), session.elapsed(), session.signal());
        };
        lines.forEach(session.output::line);
    }

    /** The points of a sweep as a series of repetitions. */
    private final class Points implements LabSession.Series {
        private final Sweep sweep;
        private final RunSpec plain;
        private final String axis;

        Points(Sweep sweep, RunSpec plain, String axis) {
            this.sweep = sweep;
            this.plain = plain;
            this.axis = axis;
        }

        @Override
        public OptionalLong next(Duration elapsed) {
            return sweep.next(elapsed);
        }

        @Override
        public RunSpec run(long value) {
            return at(plain, axis, value);
        }

        @Override
        public String label(long value) {
            return candidate.label() + " at " + axis + " " + value;
        }

        @Override
        public void add(long value, Repetition repetition) {
            sweep.add(value, repetition);
        }

        @Override
        public void stop() {
            sweep.stop();
        }

        @Override
        public int repetitions() {
            return sweep.repetitions();
        }
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
        Optional<Knob> knob = Knob.ofOption(axis);
        if (knob.isPresent() && !candidate.info().knobs().contains(knob.get()))
            throw wrong("--" + axis + ": " + candidate.info().workload() + " has no such setting");
        long most = switch (axis) {
            case "concurrency" -> Limits.MOST_IN_FLIGHT;
            case "threads" -> Limits.MOST_THREADS;
            case "rate" -> Limits.MOST_PER_S;
            default -> knob.orElseThrow().most;
        };
        boolean time = knob.isPresent() && knob.get().isTime();
        String limit = time ? Quantities.text(Duration.ofNanos(most * 1000)) : String.valueOf(most);
        if (range.to > most) throw wrong("--" + axis + " must end at " + limit + " or below");
    }

    private RunSpec at(RunSpec plain, String axis, long value) {
        return switch (axis) {
            case "concurrency" -> plain.with(new Load.Closed((int) value));
            case "rate" -> plain.with(new Load.Open(value));
            case "threads" -> LoadOptions.threads(plain, candidate.info(), (int) value);
            default -> plain.with(Knob.ofOption(axis).orElseThrow(), value);
        };
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
