package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose JVM crashes: its report is where the logs are, and nothing is left anywhere else. */
class CrashIT {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void aCrashIsNamedWithItsReportAndLeavesNothingInTheCurrentFolder() throws Exception {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path state = Files.createDirectory(folder.resolve("state"));
        ProcessBuilder builder = program.marked(new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -c unlimited; exec \"$0\" \"$@\"",
                program.launcher(),
                "run",
                "image/pool",
                "--warmup",
                "0s",
                "--duration",
                "1m",
                "--format",
                "json"));
        builder.directory(here.toFile()).environment().put("XDG_STATE_HOME", state.toString());
        Process run = builder.start();
        run.getOutputStream().close();
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            String interval = lines.readLine();
            assertTrue(interval != null && interval.contains("\"interval\""), "first " + interval);
            long worker = program.pid("interleave.worker.WorkerMain");
            assertEquals(
                    0, new ProcessBuilder("kill", "-SEGV", "" + worker).start().waitFor());
            String report = state + "/interleave/image-pool-" + worker + ".log";
            String summary = lines.lines().toList().getLast();
            assertTrue(summary.contains("\"error\":\"crashed (SIGSEGV); report: " + report + "\""), summary);
            assertTrue(Files.readString(Path.of(report)).contains("(sent by kill)"), report);
        }
        assertEquals(1, run.waitFor());
        assertEquals(List.of(), files(here));
        assertEquals(1, files(state.resolve("interleave")).size());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
