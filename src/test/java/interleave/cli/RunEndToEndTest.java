package interleave.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with a real worker. */
class RunEndToEndTest {
    @TempDir
    Path temp;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process interleave(String line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "interleave.Main"));
        command.addAll(Arrays.asList(line.split(" ")));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(temp.resolve("err").toFile());
        builder.environment().put("XDG_STATE_HOME", temp.toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private String err() throws IOException {
        return Files.readString(temp.resolve("err"));
    }

    @Test
    void aRunCountsItsTasksAndEndsWithItsSummary() throws Exception {
        Process run = interleave("run image/pool --duration 1s --warmup 0s --format json");
        List<String> lines = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, run.waitFor(), this::toldOnErr);
        assertEquals("", err());
        JsonObject interval = JsonParser.object().from(lines.getFirst());
        JsonObject summary = JsonParser.object().from(lines.getLast());
        assertEquals("interval", interval.getString("type"));
        assertEquals("summary", summary.getString("type"));
        assertEquals("image/pool", summary.getString("workload"));
        assertTrue(summary.getBoolean("verified"));
        assertTrue(summary.getLong("tasks") > 0);
        assertEquals(1, summary.getDouble("elapsed_s"), 0.2);
        // The same division, from the printed numbers: six digits of each.
        double perSecond = summary.getLong("tasks") / summary.getDouble("elapsed_s");
        assertEquals(perSecond, summary.getDouble("tasks_per_s"), perSecond * 1e-4);
    }

    @Test
    void anInterruptEndsItEarlyWithItsSummary() throws Exception {
        Process run = interleave("run image/pool --duration 1h --warmup 0s --format json");
        try (BufferedReader out = run.inputReader()) {
            assertTrue(out.readLine().contains("\"type\":\"interval\""));
            new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
            String last = out.lines().reduce((older, newer) -> newer).orElseThrow();
            assertTrue(last.contains("\"type\":\"summary\""), last);
        }
        assertEquals(0, run.waitFor(), this::toldOnErr);
    }

    @Test
    void whenItIsKilledItsWorkersEnd() throws Exception {
        Process run = interleave("run image/pool http/virtual --duration 1h --warmup 0s --format json");
        List<ProcessHandle> workers;
        try (BufferedReader out = run.inputReader()) {
            assertTrue(out.readLine().contains("\"type\":\"interval\""));
            workers = run.descendants().toList();
            assertEquals(3, workers.size());
            run.destroyForcibly().waitFor();
        }
        for (ProcessHandle worker : workers) worker.onExit().get(2, SECONDS);
    }

    @Test
    void whenNobodyReadsItEndsQuietly() throws Exception {
        Process run = interleave("run image/pool --duration 1h --warmup 0s --format json");
        try (BufferedReader out = run.inputReader()) {
            assertTrue(out.readLine().contains("\"type\":\"interval\""));
        }
        assertTrue(run.waitFor(10, SECONDS));
        assertEquals("", err());
    }

    private String toldOnErr() {
        try {
            return err();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
