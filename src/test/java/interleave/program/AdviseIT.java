package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An advice of the finished program for a small load, on a machine that may be too noisy for any. */
class AdviseIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration ORDERLY = Duration.ofSeconds(3);

    private final Program program = new Program();

    @TempDir
    private Path folder;

    /**
     * Once more and for longer where others had the machine: what they spoil is measured again, or left undone when
     * the time is up. On a machine at rest the first time is enough.
     */
    private Program.Result advise(int within, String done, String... more) throws Exception {
        for (int seconds = within; ; seconds *= 3) {
            List<String> line = new java.util.ArrayList<>(
                    List.of("advise", "--wait", "5ms", "--cpu", "100us", "--rate", "200/s", "--p99", "800ms"));
            line.addAll(List.of("--within", seconds + "s"));
            line.addAll(List.of(more));
            FairClock clock = new FairClock(() -> 0);
            Program.Result result = program.run(LIMIT, line.toArray(String[]::new));
            assertEquals(0, result.status(), result.toString());
            boolean isDisturbed = clock.leftOut() > 1 || result.out().contains("stood still");
            if (Pattern.compile(done).matcher(result.out()).find() || seconds > within || !isDisturbed) return result;
        }
    }

    @Test
    void itHasALineForEachModelAndASummary() throws Exception {
        Program.Result result = advise(
                16,
                "http/pool\",\"meets\":true[^$]*\"not_finished\":null",
                "--models",
                "pool,virtual",
                "--connections",
                "20",
                "--format",
                "json");
        List<String> lines = result.out().lines().toList();
        assertEquals(3, lines.size(), result.out());
        for (String line : lines.subList(0, 2)) assertTrue(line.startsWith("{\"type\":\"advice\""), line);
        assertTrue(lines.getLast().startsWith("{\"type\":\"summary\""), lines.getLast());
        String pool = lines.stream()
                .filter(line -> line.contains("http/pool"))
                .findFirst()
                .orElseThrow();
        for (String name : List.of(
                "meets",
                "pool",
                "highest_rate_per_s",
                "bound_by",
                "cpu_us_per_task",
                "switches_per_task",
                "response_ms",
                "rss_peak_bytes",
                "work_us_per_task")) assertTrue(pool.contains("\"" + name + "\":"), name + " is not in " + pool);
        assertTrue(pool.contains("\"meets\":true"), "200/s of 5 ms within 800 ms: " + pool);
        program.awaitNothingLeft(ORDERLY);
    }

    @Test
    void theTextIsAboutTenLines() throws Exception {
        Path page = folder.resolve("advice.html");
        Program.Result result = advise(8, "http/event-loop", "--models", "event-loop", "--report", page.toString());
        List<String> lines = result.out().lines().toList();
        assertTrue(lines.size() >= 3 && lines.size() <= 6, result.out());
        assertTrue(result.out().contains("http/event-loop"), result.out());
        String html = Files.readString(page);
        assertTrue(html.contains("<th scope=\"row\">http/event-loop</th>") && html.contains("p99 within 800ms"), html);
        assertTrue(lines.getLast().startsWith("measured: 5ms of waiting and 100us of work, 200/s"), lines.getLast());
        program.awaitNothingLeft(ORDERLY);
    }
}
