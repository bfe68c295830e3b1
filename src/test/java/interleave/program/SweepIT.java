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
        assertTrue(lines.getLast().startsWith("{\"type\":\"sweep\""), lines.getLast());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }
}
