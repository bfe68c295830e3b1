package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that a signal cuts short is not done: its summary says so, and a shell sees that a signal ended it. */
class SignalIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SIGTERM = 15;

    private final Program program = new Program();

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() {
        program.awaitNothingLeft(Duration.ofSeconds(2));
    }

    /** A loop of a shell in a group of its own, as a terminal's foreground group is. */
    private Process loop(String rounds, String arguments, UnaryOperator<ProcessBuilder> output) throws IOException {
        Tools.need("setsid", "bash");
        String script = "for round in " + rounds + "; do \"$0\" " + arguments + "; echo round $round: $?; done";
        Process loop = output.apply(program.marked(new ProcessBuilder(
                        "setsid", "env", "--default-signal=INT", "bash", "-c", script, program.launcher())))
                .start();
        loop.getOutputStream().close();
        return loop;
    }

    /** A child begins as a shell, which lets the signals of a group be ignored before it becomes the JVM. */
    private void awaitDeafChildren(int number) {
        Await.until(
                number + " children that ignore SIGTERM",
                SOON,
                () -> program.processes().stream().filter(SignalIT::isDeaf).count() == number,
                () -> program.processes().toString());
    }

    private static boolean isDeaf(String process) {
        try {
            Path status = Path.of("/proc", process.substring(0, process.indexOf(' ')), "status");
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(ignored -> (ignored >> (SIGTERM - 1) & 1) == 1);
        } catch (IOException gone) {
            return false;
        }
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

    /** ^C reaches all of a terminal's group: the run, its two workers and the service as they start, and the shell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -INT  | SIGINT  | run hash/single http/virtual --warmup 2m
        -TERM | SIGTERM | run hash/single http/virtual --warmup 2m
        """)
    void oneThatReachesTheGroupEndsTheLoopAsWell(String name, String called, String arguments) throws Exception {
        // Files, since what is in a pipe is lost to a JVM once the shell has ended, and that may be before its
        // children.
        Path said = folder.resolve("out");
        Path complained = folder.resolve("err");
        Process loop = loop(
                "1 2 3",
                arguments,
                command -> command.redirectOutput(said.toFile()).redirectError(complained.toFile()));
        awaitDeafChildren(3);
        signalGroup(name, loop);
        program.awaitNothingLeft(SOON);
        List<String> out = Files.readAllLines(said);
        assertTrue(out.getLast().startsWith("cut short by " + called + "; nothing was measured of "), out.toString());
        assertFalse(out.toString().contains("FAILED"), out.toString());
        assertFalse(out.toString().contains("verified"), out.toString());
        assertFalse(out.toString().contains("round"), out.toString());
        assertEquals(List.of(), Files.readAllLines(complained));
        loop.waitFor();
    }

    /** Of a child that died of a signal, and of no exit status, a shell says so in a word. */
    @Test
    void theShellSaysThatItWasTerminated() throws Exception {
        Process loop = loop("1", "run hash/single --warmup 0s --duration 5m --format json", UnaryOperator.identity());
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
