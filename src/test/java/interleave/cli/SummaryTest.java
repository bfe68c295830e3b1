package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.record.Csv;
import interleave.record.Json;
import interleave.run.Frame;
import interleave.run.Frames;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Half a second of warm-up and a second that was measured, in each format. */
class SummaryTest {
    private static final Path GOLDEN = Path.of("src/test/resources/formats/summary.json");

    private static Measurement measured() {
        RunSpec spec = RunSpec.of(new Workload("image", "pool"), new Load.Closed(2));
        Measurement run = new Measurement(spec, Duration.ofSeconds(1));
        for (long ms = 0; ms <= 1500; ms += 250) run.frame(frame(ms), OptionalLong.of(500_000_000));
        return run;
    }

    private static Frame frame(long ms) {
        long n = ms / 250;
        return Frames.at(
                ms,
                10 * n,
                1000 * n,
                5 * n,
                n,
                LongStream.generate(() -> 20).limit(10).toArray());
    }

    @Test
    void theSummaryAsJson() throws IOException {
        Measurement run = measured();
        String line = Json.line("summary", Instant.parse("2026-01-02T03:04:05Z"), Results.summary(run));
        // A part a line, so that a difference shows one.
        String parts = line.replaceAll(",\"(?=[a-z_.0-9]+\":)", ",\n\"") + "\n";
        if (System.getProperty("golden", "").equals("update") && System.getenv("CI") == null)
            Files.writeString(GOLDEN, parts);
        else assertEquals(Files.readString(GOLDEN), parts);
    }

    @Test
    void theSummaryAsCsvAndText() {
        Measurement run = measured();
        Csv csv = Csv.of(List.of(Results.interval(run, run.whole()), Results.summary(run)));
        String[] names = csv.header().split(",");
        String[] cells =
                csv.line("summary", Instant.EPOCH, Results.summary(run)).split(",", -1);
        assertEquals(names.length, cells.length);
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) byName.put(names[i], cells[i]);
        assertEquals("1970-01-01T00:00:00.000Z", byName.get("time"));
        assertEquals("40", byName.get("tasks_per_s"));
        assertEquals("20.054", byName.get("service_p50_ms"));
        assertEquals("", byName.get("service_p99_ms"));
        assertEquals("40", byName.get("completed"));
        assertEquals("60", byName.get("whole_run_completed"));
        assertEquals("20", byName.get("os_threads_peak"));

        List<String> text = TextSummary.lines(List.of(run));
        assertEquals("                         image/pool", text.getFirst());
        assertTrue(text.contains("switches/task                 0.600"), () -> String.join("\n", text));
        assertTrue(text.contains("verified                        yes"));
    }

    @Test
    void aRaceThatLostUpdatesSaysThatItsResultIsWrong() {
        String text = race(Map.of("lost_updates", 4000.0));
        assertTrue(
                text.contains("counter-race/threads lost 16.0k of 800k updates: its result is wrong"
                        + " (verified is each task alone)"),
                text);
        assertTrue(text.matches("(?s).*verified +yes.*"), text);
        String lucky = race(Map.of("lost_updates", 0.0));
        assertTrue(lucky.contains("counter-race/threads lost none of 800k updates: by luck"), lucky);
    }

    @Test
    void aSumOverThreadsSaysThatItIsOne() {
        String text = race(Map.of("run_queue_wait_us", 9.0));
        assertTrue(text.matches("(?s).*run-queue wait, all threads, us +36\n.*"), text);
    }

    /** @param extra by which its further numbers grow in a quarter of a second */
    private static String race(Map<String, Double> extra) {
        RunSpec spec = RunSpec.of(new Workload("counter-race", "threads"), new Load.Closed(2));
        Measurement run = new Measurement(spec, Duration.ofSeconds(1));
        for (long ms = 0; ms <= 1500; ms += 250) {
            long n = ms / 250;
            Map<String, Double> grown = new LinkedHashMap<>(extra);
            grown.replaceAll((name, each) -> each * n);
            run.frame(Frames.withExtra(frame(ms), grown), OptionalLong.of(500_000_000));
        }
        return String.join("\n", TextSummary.lines(List.of(run))) + "\n";
    }
}
