package interleave.cli;

import interleave.catalogue.Tasks;
import interleave.lab.Laboratory;
import interleave.lab.NoiseMeter;
import interleave.lab.Place;
import interleave.lab.claims.Bench;
import interleave.metric.Ticker;
import interleave.spec.ProcessOptions;
import interleave.spec.Quantities;
import interleave.spec.RunSpec;
import interleave.supervisor.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options for measuring each repetition of an experiment. */
abstract class LabOptions {
    private static final Path PROC = Path.of("/proc");

    private static final String DURATION = "--duration";
    private static final String DURATION_WORDS = "The time that each repetition is measured; default ";

    /** Of a comparison: a process differs more from the next than its seconds do, so that more of them tell more. */
    static final class OfCompare extends LabOptions {
        private static final String USUAL = "1s";

        @Option(
                names = DURATION,
                paramLabel = "TIME",
                defaultValue = USUAL,
                converter = Converters.OfLength.class,
                description = DURATION_WORDS + USUAL + ".")
        private Duration duration = Duration.ZERO;

        @Override
        Duration duration() {
            return duration;
        }
    }

    /** Of a sweep, whose points have few repetitions. */
    static final class OfSweep extends LabOptions {
        private static final String USUAL = "2s";

        @Option(
                names = DURATION,
                paramLabel = "TIME",
                defaultValue = USUAL,
                converter = Converters.OfLength.class,
                description = DURATION_WORDS + USUAL + ".")
        private Duration duration = Duration.ZERO;

        @Override
        Duration duration() {
            return duration;
        }
    }

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "4s",
            converter = Converters.OfDuration.class,
            description = "The longest warm-up before that: it ends when tasks per second and CPU time per task have"
                    + " settled and the JVM's compilers are nearly done; default 4s.")
    Duration warmup = Duration.ZERO;

    @Option(
            names = "--within",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = Converters.OfLength.class,
            description = OptionWords.WITHIN + "2m.")
    Duration within = Duration.ZERO;

    @Mixin
    final ProcessArguments process = new ProcessArguments();

    @Mixin
    final PlaceOption.OfRuns place = new PlaceOption.OfRuns();

    /** For which each repetition is measured. */
    abstract Duration duration();

    /** The most that a repetition takes where nothing else keeps the machine busy, by the run that waits longest. */
    Duration longest(List<RunSpec> runs) {
        Duration latency =
                runs.stream().map(Bench::latency).max(Duration::compareTo).orElseThrow();
        return Bench.AROUND.plus(latency).plus(warmup).plus(duration());
    }

    /** Refuses a time in which nothing can be measured. */
    void checkWithin(CommandSpec spec, Duration longest) {
        Duration least = wholeSeconds(longest);
        if (within.compareTo(least) < 0)
            throw new ParameterException(
                    spec.commandLine(),
                    "--within " + Quantities.text(within) + " must be " + Quantities.text(least)
                            + " at least: one repetition takes up to that: the start of its processes, --latency,"
                            + " --warmup and --duration");
    }

    /** That, or a little more. */
    static Duration wholeSeconds(Duration duration) {
        return Duration.ofSeconds(Math.ceilDiv(duration.toNanos(), 1_000_000_000));
    }

    /** Where runs are, as the options have it. */
    Place place(ProcessOptions options) {
        return place.place(!options.cpus().isEmpty());
    }

    Laboratory laboratory(List<RunSpec> runs, Place.Sides sides, Duration latency, LabOutput output) {
        Launch launch = Launch.likeThis(latency).deaf().withHelpersOn(sides.other());
        Optional<String> noRings = EventLoops.whyNotOverRingsInTurn(runs);
        noRings.ifPresent(output::word);
        return new Laboratory(
                PROC,
                noRings.isPresent() ? launch.withoutRings() : launch,
                Tasks::needsService,
                new Laboratory.Method(latency, warmup, duration()),
                new NoiseMeter(PROC, Path.of("/sys"), Ticker.SYSTEM),
                output::word);
    }
}
