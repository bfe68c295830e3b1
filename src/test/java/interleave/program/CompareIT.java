package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of the finished program, with short repetitions: this machine may be too noisy for any verdict. */
class CompareIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration ORDERLY = Duration.ofSeconds(3);

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void itSaysWhatItMeasuredAndIsABaselineAfterwards() throws Exception {
        Program.Result result = program.run(
                LIMIT,
                "compare",
                "timer/event-loop",
                "http/virtual:concurrency=8",
                "--duration",
                "500ms",
                "--warmup",
                "500ms",
                "--within",
                "8s",
                "--format",
                "json");
        List<String> lines = result.out().lines().toList();
        assertEquals(0, result.status(), result.toString());
        assertTrue(lines.getFirst().startsWith("{\"type\":\"setup\""), lines.getFirst());
        assertTrue(lines.get(1).startsWith("{\"type\":\"repetition\""), lines.get(1));
        assertEquals(
                10,
                lines.stream()
                        .filter(line -> line.startsWith("{\"type\":\"comparison\""))
                        .count());
        assertTrue(lines.getLast().startsWith("{\"type\":\"summary\""), lines.getLast());

        Path earlier = Files.write(folder.resolve("earlier.json"), lines.subList(0, lines.size() - 1));
        Program.Result cut = program.run(LIMIT, "compare", "timer/event-loop", "--baseline", earlier.toString());
        assertEquals(2, cut.status(), cut.toString());
        assertTrue(cut.err().contains("is cut off"), cut.err());
        assertEquals(1, cut.err().lines().count(), cut.err());
        program.awaitNothingLeft(ORDERLY);
    }

    @Test
    void anInterruptKeepsWhatWasFinished() throws Exception {
        Process process = program.start(
                "compare",
                "timer/event-loop",
                "timer/virtual",
                "--duration",
                "500ms",
                "--warmup",
                "500ms",
                "--within",
                "5m",
                "--format",
                "json");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.startsWith("{\"type\":\"repetition\"")) line = out.readLine();
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            String last = "";
            for (line = out.readLine(); line != null; line = out.readLine()) last = line;
            assertTrue(last.startsWith("{\"type\":\"summary\""), last);
            assertTrue(last.contains("\"signal\":\"SIGINT\"") && last.contains("\"end\":\"stopped\""), last);
        }
        assertEquals(128 + 2, process.waitFor());
        program.awaitNothingLeft(ORDERLY);
    }
}
