package interleave.cli;

import interleave.metric.Extra;
import interleave.metric.Reading;
import interleave.record.Csv;
import interleave.record.Json;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.run.RunWindow;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How the results of a headless run are printed: each interval when it is over, the summaries last. */
interface Report {
    void interval(Measurement run, RunWindow window);

    void summary(List<Measurement> runs);

    static Report of(OutputFormat format, PrintStream out, Supplier<Instant> clock) {
        return switch (format) {
            case TEXT -> new OfText(out);
            case JSON -> new OfLines(out, (type, fields) -> Json.line(type, clock.get(), fields));
            case CSV -> csv(out, clock);
        };
    }

    private static Report csv(PrintStream out, Supplier<Instant> clock) {
        Measurement example =
                new Measurement(RunSpec.of(new Workload("", ""), new Load.Closed(1)), Duration.ofSeconds(1));
        ResultRow extra = new ResultRow();
        Extra.ALL.forEach(figure -> extra.number(figure.name(), Reading.WARMING_UP));
        Csv csv = Csv.of(List.of(Results.interval(example, RunWindow.EMPTY), Results.summary(example), extra.fields()));
        out.println(csv.header());
        return new OfLines(out, (type, fields) -> csv.line(type, clock.get(), fields));
    }

    /** One result as a line. */
    interface Line {
        String of(String type, Map<String, ResultValue> fields);
    }

    record OfLines(PrintStream out, Line line) implements Report {
        @Override
        public void interval(Measurement run, RunWindow window) {
            out.println(line.of("interval", Results.interval(run, window)));
        }

        @Override
        public void summary(List<Measurement> runs) {
            runs.forEach(run -> out.println(line.of("summary", Results.summary(run))));
        }
    }

    /** For people: the summary alone. */
    record OfText(PrintStream out) implements Report {
        @Override
        public void interval(Measurement run, RunWindow window) {}

        @Override
        public void summary(List<Measurement> runs) {
            TextSummary.lines(runs).forEach(out::println);
        }
    }
}
