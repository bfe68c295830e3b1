package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signal cuts short is not done: its summary says so, and a shell sees that a signal ended it. */
class SignalIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String WORKER = "interleave.worker.WorkerMain";

    private final Program program = new Program();

    @AfterEach
    void nothingIsLeft() {
        program.awaitNothingLeft(Duration.ofSeconds(2));
    }

    /** A loop of a shell in a group of its own, as a terminal's foreground group is. */
    private Process loop(String rounds, String arguments) throws IOException {
        Tools.need("setsid", "bash");
        String script = "for round in " + rounds + "; do \"$0\" " + arguments + "; echo round $round: $?; done";
        Process loop = program.marked(new ProcessBuilder(
                        "setsid", "env", "--default-signal=INT", "bash", "-c", script, program.launcher()))
                .start();
        loop.getOutputStream().close();
        return loop;
    }

    private void awaitWorker() {
        Await.until("a worker", SOON, () -> program.processes().toString().contains(WORKER));
    }

    private static void signalGroup(String name, Process leader) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", name, "--", "-" + leader.pid())
                        .start()
                        .waitFor());
    }

    private static List<String> text(java.io.InputStream stream) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** ^C reaches all of a terminal's group: the run, its workers as they start, and the shell, which asks who died of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -INT  | SIGINT  | run hash/single http/virtual --warmup 2m
        -TERM | SIGTERM | run hash/single http/virtual --warmup 2m
        """)
    void oneThatReachesTheGroupEndsTheLoopAsWell(String name, String called, String arguments) throws Exception {
        Process loop = loop("1 2 3", arguments);
        awaitWorker();
        signalGroup(name, loop);
        List<String> out = text(loop.getInputStream());
        assertTrue(out.getLast().startsWith("cut short by " + called + "; nothing was measured of "), out.toString());
        assertFalse(out.toString().contains("FAILED"), out.toString());
        assertFalse(out.toString().contains("verified"), out.toString());
        assertFalse(out.toString().contains("round"), out.toString());
        assertEquals(List.of(), text(loop.getErrorStream()));
        loop.waitFor();
    }

    /** Of a child that died of a signal, and of no exit status, a shell says so in a word. */
    @Test
    void theShellSaysThatItWasTerminated() throws Exception {
        Process loop = loop("1", "run hash/single --warmup 0s --duration 5m --format json");
        try (BufferedReader lines = loop.inputReader(StandardCharsets.UTF_8)) {
            String interval = lines.readLine();
            assertTrue(interval != null && interval.contains("\"interval\""), "first " + interval);
            long run = program.pid("interleave.Main");
            assertEquals(
                    0, new ProcessBuilder("kill", "-TERM", "" + run).start().waitFor());
            String summary = lines.lines()
                    .filter(line -> line.contains("\"summary\""))
                    .findFirst()
                    .orElseThrow();
            assertTrue(summary.contains("\"verified\":true"), summary);
            assertTrue(summary.contains("\"signal\":\"SIGTERM\""), summary);
            assertEquals("round 1: 143", lines.readLine());
        }
        assertTrue(text(loop.getErrorStream()).toString().contains("Terminated"));
    }
}
