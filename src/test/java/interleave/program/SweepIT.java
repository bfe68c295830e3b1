package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sweep of the finished program, too short for a best. */
class SweepIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Program program = new Program();

    @Test
    void itHasALineForEachPointAndASummary() throws Exception {
        Program.Result result = program.run(
                LIMIT,
                "sweep",
                "timer/event-loop",
                "--concurrency",
                "1..2",
                "--duration",
                "500ms",
                "--warmup",
                "500ms",
                "--within",
                "6s",
                "--format",
                "json");
        List<String> lines = result.out().lines().toList();
        assertEquals(0, result.status(), result.toString());
        assertEquals(3, lines.size(), result.out());
        assertTrue(lines.getFirst().startsWith("{\"type\":\"point\""), lines.getFirst());
        assertTrue(lines.getLast().startsWith("{\"type\":\"summary\""), lines.getLast());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void anInterruptKeepsWhatWasFinished() throws Exception {
        Process process = program.start(
                "sweep",
                "timer/event-loop",
                "--latency",
                "1ms..4ms",
                "--duration",
                "500ms",
                "--warmup",
                "500ms",
                "--within",
                "5m",
                "--format",
                "json");
        // Before it begins a signal just ends it: so it is asked once a worker is there.
        Await.until("a worker", LIMIT, () -> process.descendants().findAny().isPresent());
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        List<String> lines = out.lines().toList();
        assertTrue(lines.getFirst().startsWith("{\"type\":\"point\""), out);
        assertTrue(lines.getFirst().contains("\"latency_us\":1000,"), out);
        assertTrue(lines.getLast().contains("\"signal\":\"SIGINT\""), out);
        assertEquals(128 + 2, process.waitFor());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }
}
