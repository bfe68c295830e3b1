package interleave.cli;

import interleave.lab.Comparison;
import interleave.lab.Interleaving;
import interleave.lab.Noise;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.stats.Interval;
import interleave.metric.HostMetrics;
import interleave.metric.ProcessMetrics;
import interleave.metric.Reading;
import interleave.record.Csv;
import interleave.record.Json;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.run.ExtraMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The lines of a comparison: what it is, each repetition when it is over, and what follows from them. */
interface ContestReport {
    /** Of the lines' form, and of what their numbers mean: a file of another one is no baseline. */
    long VERSION = 2;

    List<String> begin(Contest contest, Duration duration);

    Optional<String> repetition(Contest contest, int candidate, int number, Repetition repetition);

    List<String> end(Contest contest, Interleaving interleaving, Duration elapsed, Optional<String> signal);

    static ContestReport of(OutputFormat format, Supplier<Instant> clock, boolean blocks) {
        return switch (format) {
            case TEXT -> new ContestText(blocks, LineWidth.ofOutput());
            case JSON -> new OfLines(Optional.empty(), (type, fields) -> Json.line(type, clock.get(), fields));
            case CSV -> {
                Csv csv = Csv.of(OfLines.examples());
                yield new OfLines(Optional.of(csv.header()), (type, fields) -> csv.line(type, clock.get(), fields));
            }
        };
    }

    /** For programs. */
    record OfLines(Optional<String> header, Report.Line line) implements ContestReport {
        @Override
        public List<String> begin(Contest contest, Duration duration) {
            List<String> lines = new ArrayList<>();
            header.ifPresent(lines::add);
            lines.add(line.of("setup", setup(contest, duration)));
            return lines;
        }

        @Override
        public Optional<String> repetition(Contest contest, int candidate, int number, Repetition repetition) {
            return Optional.of(line.of("repetition", fields(contest, candidate, number, repetition)));
        }

        @Override
        public List<String> end(Contest contest, Interleaving interleaving, Duration elapsed, Optional<String> signal) {
            List<String> lines = new ArrayList<>();
            Optional<String> noisy = interleaving.tooNoisy();
            for (Comparison comparison : interleaving.comparisons())
                lines.add(line.of("comparison", fields(contest, comparison, noisy)));
            lines.add(line.of("summary", summary(contest, interleaving, elapsed, signal)));
            return lines;
        }

        static List<Map<String, ResultValue>> examples() {
            ResultRow row = new ResultRow();
            for (String name : List.of(
                    "version",
                    "place",
                    "workload",
                    "base",
                    "load",
                    "settings",
                    "number",
                    "spoiled",
                    "metric",
                    "median",
                    "base_median",
                    "spread_percent",
                    "ratio",
                    "ratio_low",
                    "ratio_high",
                    "verdict",
                    "why",
                    "repetitions")) row.number(name, Reading.WARMING_UP);
            for (Quantity quantity : Quantity.values()) row.number(quantity.key, Reading.WARMING_UP);
            addNoise(row, Noise.NONE);
            for (String name : List.of(
                    "run_cpus",
                    "other_cpus",
                    "seed",
                    "duration_s",
                    "precision_percent",
                    "margin_percent",
                    "within_s",
                    "java",
                    "kernel",
                    "repetitions_spoiled",
                    "end",
                    "signal",
                    "elapsed_s")) row.number(name, Reading.WARMING_UP);
            return List.of(row.fields());
        }

        private static Map<String, ResultValue> setup(Contest contest, Duration duration) {
            return new ResultRow()
                    .whole("version", VERSION)
                    .text("place", contest.place().key)
                    .text("run_cpus", PlaceOption.cpus(contest.sides().worker()), "all")
                    .text("other_cpus", PlaceOption.cpus(contest.sides().other()), "all")
                    .whole("seed", contest.rules().seed())
                    .number("duration_s", Reading.of(duration.toMillis() / 1e3))
                    .number(
                            "precision_percent",
                            Reading.of(100 * contest.rules().precision()))
                    .number("margin_percent", Reading.of(100 * contest.rules().margin()))
                    .number("within_s", Reading.of(contest.rules().within().toMillis() / 1e3))
                    .text("java", System.getProperty("java.version"))
                    .text("kernel", System.getProperty("os.version"))
                    .fields();
        }

        private static Map<String, ResultValue> fields(
                Contest contest, int candidate, int number, Repetition repetition) {
            ResultRow row = new ResultRow()
                    .text("workload", contest.label(candidate))
                    .value(
                            "load",
                            new ResultValue.Amount(
                                    contest.entries().get(candidate).spec().load()))
                    .text(
                            "settings",
                            contest.entries().get(candidate).settings().text(),
                            "as usual")
                    .whole("number", number)
                    .text("spoiled", repetition.noise().spoils(), "it counts");
            for (Quantity quantity : Quantity.values())
                row.number(
                        quantity.key,
                        repetition
                                .value(quantity)
                                .map(value -> Reading.of(value.value()))
                                .orElse(Reading.absent(Reading.Why.WARMING_UP, "too few tasks")));
            return addNoise(row, repetition.noise()).fields();
        }

        static ResultRow addNoise(ResultRow row, Noise noise) {
            return row.number("others_cpu_percent", percent(noise.others()))
                    .number(HostMetrics.STEAL_PERCENT.name(), percent(noise.steal()))
                    .number(HostMetrics.THROTTLED_TIME_PERCENT.name(), percent(noise.throttled()))
                    .number(ExtraMetrics.PAUSED, noise.pausedSeconds())
                    .number("cpu_speed_percent", percent(noise.speed()))
                    .number("slowed_percent", percent(noise.slowed()))
                    .number(ProcessMetrics.RUN_QUEUE_WAIT_PERCENT.name(), percent(noise.waited()));
        }

        private static Reading percent(Reading share) {
            return share.map(value -> 100 * value);
        }

        private static Map<String, ResultValue> fields(Contest contest, Comparison comparison, Optional<String> noisy) {
            Reading none =
                    Reading.absent(Reading.Why.UNSUPPORTED, comparison.why().orElse("no ratio"));
            return new ResultRow()
                    .text("base", contest.label(0))
                    .text("workload", contest.label(comparison.candidate()))
                    .text("metric", comparison.quantity().key)
                    .number("median", comparison.median())
                    .number("base_median", comparison.baseMedian())
                    .number("spread_percent", comparison.spread().map(spread -> 100 * spread))
                    .number("ratio", comparison.middle())
                    .number(
                            "ratio_low",
                            comparison
                                    .ratio()
                                    .map(Interval::low)
                                    .map(Reading::of)
                                    .orElse(none))
                    .number(
                            "ratio_high",
                            comparison
                                    .ratio()
                                    .map(Interval::high)
                                    .map(Reading::of)
                                    .orElse(none))
                    .text("verdict", comparison.verdict().words)
                    .value(
                            "why",
                            comparison
                                    .why()
                                    .map(why -> ResultValue.of(noisy.orElse(why)))
                                    .orElse(ResultValue.absent("there is a verdict")))
                    .whole("repetitions", comparison.repetitions())
                    .fields();
        }

        private static Map<String, ResultValue> summary(
                Contest contest, Interleaving interleaving, Duration elapsed, Optional<String> signal) {
            List<Noise> counted = new ArrayList<>();
            for (int i = 0; i < contest.entries().size(); i++)
                interleaving.of(i).forEach(repetition -> counted.add(repetition.noise()));
            ResultRow row = new ResultRow()
                    .whole("repetitions", interleaving.repetitions())
                    .whole("repetitions_spoiled", interleaving.spoiled().size())
                    .text("end", interleaving.end().map(end -> end.key).orElse("failed"))
                    .text("signal", signal, Results.NO_SIGNAL)
                    .number("elapsed_s", Reading.of(elapsed.toMillis() / 1e3));
            return addNoise(row, Noise.most(counted)).fields();
        }
    }
}
