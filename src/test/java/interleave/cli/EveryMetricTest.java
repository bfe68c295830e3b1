package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.record.Json;
import interleave.run.Frame;
import interleave.run.Frames;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.run.WholeRunMetrics;
import interleave.spec.Arrival;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A metric is in every outlet by its descriptor alone: results and their text iterate the catalogues, and no class
 * names the numbers of a catalogue a second time. What the screen has of them, {@code EveryMetricShownTest} says.
 */
class EveryMetricTest {
    private static final Path SOURCES = Path.of("src/main/java/interleave");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_]+)\"");

    /** The time of a whole experiment has the same name, and an order to a child names its heap. */
    private static final Set<String> OTHERS_TOO = Set.of("elapsed_s", "heap_bytes");

    /** A run that has every number there is. */
    private static Measurement measured() {
        RunSpec spec = RunSpec.of(new Workload("http", "virtual"), new Load.Open(1000, Arrival.POISSON));
        Measurement run = new Measurement(spec, Duration.ofSeconds(2));
        for (long ms = 0; ms <= 2000; ms += 250) run.frame(frame(ms), OptionalLong.of(0));
        return run;
    }

    private static Frame frame(long ms) {
        long[] times = LongStream.rangeClosed(1, 1000).toArray();
        Frame frame = Frames.withPlan(Frames.at(ms, 4 * ms, 9 * ms, ms, ms / 10, times), 5 * ms, ms / 50, times);
        Map<String, Double> extra = new HashMap<>();
        for (RunMetric metric : RunMetrics.ALL) if (!metric.extra().isEmpty()) extra.put(metric.extra(), ms / 100.0);
        Frame busy = Frames.with(frame, 2000, 50_000_000 + 1000 * ms, ms / 25, ms / 25, extra);
        Frame random = Frames.withGaps(busy, 1_000_000, Frames.durations(times));
        return Frames.withVirtualThreads(random, 2000, 2, 3, 2, 40);
    }

    @Test
    void inJson() throws JsonParserException {
        Measurement run = measured();
        JsonObject json = JsonParser.object().from(Json.line("summary", Instant.EPOCH, Results.summary(run)));
        for (RunMetric metric : RunMetrics.ALL)
            if (metric.metric().kind() != Metric.Kind.DISTRIBUTION)
                assertTrue(json.isNumber(metric.name()), metric.name() + " in " + json);
        for (RunMetric metric : WholeRunMetrics.ALL) {
            String name = WholeRunMetrics.withinObject(metric);
            assertTrue(json.getObject("whole_run").isNumber(name), name);
        }
    }

    @Test
    void inCsv() {
        Report report = Report.of(OutputFormat.CSV, () -> Instant.EPOCH, false);
        List<String> names = List.of(report.header().orElseThrow().split(","));
        String[] cells = report.summary(List.of(measured())).getFirst().split(",", -1);
        List<RunMetric> all = new ArrayList<>(RunMetrics.ALL);
        all.addAll(WholeRunMetrics.ALL);
        for (RunMetric metric : all) {
            assertTrue(names.contains(metric.name()), metric.name());
            String cell = cells[names.indexOf(metric.name())];
            assertTrue(cell.matches("[0-9.]+"), metric.name() + " is " + cell);
        }
    }

    @Test
    void inTheTextWhereItSaysSo() {
        List<String> lines = TextSummary.lines(List.of(measured()));
        List<RunMetric> all = new ArrayList<>(RunMetrics.ALL);
        all.addAll(WholeRunMetrics.ALL);
        for (RunMetric metric : all)
            if (!metric.inText().isEmpty())
                assertTrue(
                        lines.stream().anyMatch(line -> line.startsWith(metric.inText() + " ")),
                        metric.name() + " in\n" + String.join("\n", lines));
    }

    /** Tasks and models tell numbers by name; all others are named by their catalogues alone. */
    @Test
    void noOtherClassNamesIt() throws IOException {
        Set<String> names = new HashSet<>();
        for (RunMetric metric : RunMetrics.ALL) if (metric.extra().isEmpty()) names.add(metric.name());
        for (Metric metric : HostMetrics.ALL) names.add(metric.name());
        for (Metric metric : ProcessMetrics.ALL) names.add(metric.name());
        names.removeIf(name -> !name.contains("_") || OTHERS_TOO.contains(name));
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            Matcher literals = LITERAL.matcher(Files.readString(file));
            while (literals.find()) if (names.contains(literals.group(1))) found.add(file + ": " + literals.group(1));
        }
        assertEquals(List.of(), found, "numbers that are named outside of the catalogues");
    }

    /** Neither the codec nor what makes a window of frames knows one field from another. */
    @Test
    void noFieldOfASampleIsNamedOnItsWay() throws IOException {
        Pattern field = Pattern.compile("\\bSampleField\\.(?!PAUSED_NANOS|Kind)[A-Z]");
        List<String> found = new ArrayList<>();
        for (String file :
                List.of("wire/Frames", "wire/Messages", "run/RunSample", "run/RunWindow", "run/Highest", "run/LeftOut"))
            if (field.matcher(Files.readString(SOURCES.resolve(file + ".java"))).find()) found.add(file);
        assertEquals(List.of(), found);
    }

    /** Without the catalogues, and the fields of a sample, whose names on the wire may be the same. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().endsWith("Metrics.java")
                            && !file.endsWith("SampleField.java"))
                    .toList();
        }
    }
}
