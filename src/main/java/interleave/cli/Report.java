package interleave.cli;

import interleave.metric.ProcessReadings;
import interleave.metric.ServerCost;
import interleave.record.Csv;
import interleave.record.Json;
import interleave.record.ResultValue;
import interleave.run.RunWindow;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Target;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The lines of a headless run's results: each interval when it is over, the summaries last. */
interface Report {
    /** For the names of what is told of one. */
    Target ANY = new Target("", "", List.of(""), 80, "/", OptionalLong.empty(), Duration.ZERO);

    /** The line before all results. */
    Optional<String> header();

    Optional<String> interval(Measurement run, RunWindow window);

    List<String> summary(List<Measurement> runs);

    /** @param foreign whether runs ask a server that is not ours */
    static Report of(OutputFormat format, Supplier<Instant> clock, boolean foreign) {
        return switch (format) {
            case TEXT -> new OfText(LineWidth.ofOutput());
            case JSON -> new OfLines(Optional.empty(), (type, fields) -> Json.line(type, clock.get(), fields));
            case CSV -> csv(clock, foreign);
        };
    }

    private static Report csv(Supplier<Instant> clock, boolean foreign) {
        RunSpec plain = RunSpec.of(new Workload("", ""), new Load.Closed(1));
        Measurement example = new Measurement(foreign ? plain.with(ANY) : plain, Duration.ofSeconds(1));
        example.cost(new ServerCost(0, 0, ProcessReadings.Source.UNKNOWN, Map.of()));
        Csv csv =
                Csv.of(List.of(Results.interval(example, RunWindow.EMPTY), Results.summary(example), Results.extras()));
        return new OfLines(Optional.of(csv.header()), (type, fields) -> csv.line(type, clock.get(), fields));
    }

    /** One result as a line. */
    interface Line {
        String of(String type, Map<String, ResultValue> fields);
    }

    record OfLines(Optional<String> header, Line line) implements Report {
        @Override
        public Optional<String> interval(Measurement run, RunWindow window) {
            return Optional.of(line.of("interval", Results.interval(run, window)));
        }

        @Override
        public List<String> summary(List<Measurement> runs) {
            return runs.stream()
                    .map(run -> line.of("summary", Results.summary(run)))
                    .toList();
        }
    }

    /**
     * For people: the summary alone.
     *
     * @param room the columns of whoever reads; empty: as many as it takes
     */
    record OfText(OptionalInt room) implements Report {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }

        @Override
        public Optional<String> interval(Measurement run, RunWindow window) {
            return Optional.empty();
        }

        @Override
        public List<String> summary(List<Measurement> runs) {
            return TextSummary.lines(runs, room);
        }
    }
}
