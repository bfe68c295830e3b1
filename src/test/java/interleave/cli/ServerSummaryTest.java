package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.ServerCost;
import interleave.metric.Ticker;
import interleave.probe.ServerMeter;
import interleave.record.Csv;
import interleave.record.Json;
import interleave.run.Frame;
import interleave.run.Frames;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Target;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A server that is not ours, in a run's summary: what a request cost it, in each format. */
class ServerSummaryTest {
    private static final Target TARGET = new Target(
            "http://127.0.0.1:3000/",
            "127.0.0.1:3000",
            List.of("127.0.0.1"),
            3000,
            "/",
            OptionalLong.empty(),
            Duration.ZERO);

    /** A second of it, at 40 requests a second. */
    private static Measurement measured() {
        RunSpec spec =
                RunSpec.of(new Workload("http", "pool"), new Load.Closed(2)).with(TARGET);
        Measurement run = new Measurement(spec, Duration.ofSeconds(1));
        for (long ms = 0; ms <= 1000; ms += 250) {
            Frame frame = Frames.at(ms, ms / 25, ms, ms / 50, ms / 250, new long[] {20, 20});
            run.frame(frame, OptionalLong.of(0));
        }
        return run;
    }

    private static Measurement known() {
        Map<Metric, Reading> values = ProcessReadings.all(Reading.of(0));
        values.put(ProcessMetrics.CPU_PERCENT, Reading.of(12));
        values.put(ProcessMetrics.SWITCHES_PER_S, Reading.of(50));
        values.put(ProcessMetrics.OS_THREADS, Reading.of(11));
        values.put(ProcessMetrics.RSS_BYTES, Reading.of(61_865_984));
        ProcessReadings node = new ProcessReadings(
                new ProcessReadings.Id(4711, 9),
                "node",
                Optional.empty(),
                false,
                new ProcessReadings.Source("taskstats of the process", true),
                values);
        Measurement run = measured();
        run.cost(ServerCost.of(node, 2, 40, 1));
        return run;
    }

    @Test
    void inJsonItIsAnObjectOfItsOwn() {
        assertEquals("""
            "target":"http://127.0.0.1:3000/"
            "server":{"pid":4711,"switches_per_task":1.25,"cpu_us_per_task":3000,"processes":2,"os_threads":11,"rss_bytes":61865984,"runs":1}
            "server_source":"taskstats of the process"
            "server_exact":true\
            """, parts(known()));
    }

    /** Never a number that nobody has. */
    @Test
    void whereItsProcessesAreNotKnownItSaysWhatWouldHelp() {
        assertEquals("\"target\":\"http://127.0.0.1:3000/\"\n\"server\":null", parts(measured()));
        String line = Json.line("summary", Instant.EPOCH, Results.summary(measured()));
        assertTrue(
                line.contains("\"server\":\"its processes were not named: start it behind --, or name them by --pid\""),
                line);
    }

    /** Its command was started behind --, or its number was told: to say so would help nobody. */
    @Test
    void whereItsProcessesWereNotThereAllTheTimeItSaysThat() {
        Measurement run = measured();
        ServerSide.tell(ServerMeter.of(Path.of("/proc"), List.of(), Ticker.SYSTEM), List.of(run));
        String why = "its processes were not there, or not seen, all the time that was measured";
        String line = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(line.contains("\"server\":\"" + why + "\""), line);
        List<String> text = TextSummary.lines(List.of(run));
        assertTrue(text.contains("target http://127.0.0.1:3000/: " + why), text::toString);
    }

    /** The parts of a summary's line that are about the server, a line each. */
    private static String parts(Measurement run) {
        String line = Json.line("summary", Instant.EPOCH, Results.summary(run));
        List<String> parts = new ArrayList<>();
        for (String part : line.split(",(?=\"[a-z_.0-9]+\":)(?![^{]*})"))
            if (part.matches("\"(target|server[a-z_]*)\":.*")) parts.add(part);
        return String.join("\n", parts);
    }

    @Test
    void inCsvEachNumberHasAColumn() {
        Measurement run = known();
        Csv csv = Csv.of(List.of(Results.interval(run, run.whole()), Results.summary(run)));
        String[] names = csv.header().split(",");
        String[] cells =
                csv.line("summary", Instant.EPOCH, Results.summary(run)).split(",", -1);
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) byName.put(names[i], cells[i]);
        assertEquals("4711", byName.get("server_pid"), csv.header());
        assertEquals("1.25", byName.get("server_switches_per_task"));
        assertEquals("3000", byName.get("server_cpu_us_per_task"));
        assertEquals("true", byName.get("server_exact"));
    }

    @Test
    void inTextTheTwoNumbersStandUnderTheRunsOwn() {
        List<String> text = TextSummary.lines(List.of(known()));
        assertTrue(text.stream().anyMatch(line -> line.matches("server switches/task +1\\.25")), text::toString);
        assertTrue(text.stream().anyMatch(line -> line.matches("server CPU us/task +3,?000")), text::toString);
        assertTrue(text.contains("target http://127.0.0.1:3000/: taskstats of the process"), text::toString);
    }
}
