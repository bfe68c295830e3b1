package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is stopped with work in flight is gone within a second, whatever it is made of. There is no slack in that
 * second: 20,000 threads were seen to take 0.6 s of it. Here they are fewer, since it takes ten seconds to start so
 * many.
 */
@Isolated
class StopIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(20);
    static final String WORKER = "interleave.worker.WorkerMain";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Process start(String line) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(List.of(line.split(" ")));
        arguments.addAll(List.of("--jvm-options", "-Djava.io.tmpdir=" + folder));
        arguments.addAll(List.of("--warmup", "0s", "--duration", "1m", "--format", "json"));
        Process run = program.start(arguments.toArray(String[]::new));
        run.getOutputStream().close();
        return run;
    }

    static void signal(String name, long pid) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", name, "" + pid).start().waitFor());
    }

    /** When it is stopped, an interval has passed since the first task ended, and as many wait as may. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        timer/threads --concurrency 4000 --latency 3s      | true
        timer/virtual --concurrency 200000 --latency 3s    | true
        http/threads --concurrency 500 --latency 50ms      | false
        """)
    void allThatIsInFlightIsGoneWithinASecond(String line, boolean isCutOff) throws Exception {
        Process run = start(line);
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            String interval = lines.readLine();
            assertTrue(interval != null && interval.contains("\"interval\""), "first " + interval);
            Path worker = Path.of("/proc", "" + program.pid(WORKER));
            signal("-INT", run.pid());
            awaitGone(worker);
            assertSummary(lines.lines().toList().getLast(), isCutOff);
        }
        assertEquals(130, run.waitFor());
        program.awaitNothingLeft(AT_ONCE);
    }

    private static void assertSummary(String line, boolean isCutOff) throws JsonParserException {
        JsonObject summary = JsonParser.object().from(line);
        assertEquals("summary", summary.getString("type"));
        assertTrue(summary.getBoolean("verified"), line);
        JsonObject whole = summary.getObject("whole_run");
        long cancelled = whole.getLong("cancelled");
        long ended = whole.getLong("completed") + whole.getLong("failed") + cancelled;
        assertEquals(whole.getLong("started"), ended, line);
        if (isCutOff) assertTrue(cancelled > 0, line);
    }

    /** It can clean nothing up: the file has no name by then. */
    @Test
    void aKilledRunLeavesNoFile() throws Exception {
        Process run = start("file/pool");
        Await.until("the worker has a file", SOON, this::hasFile);
        signal("-KILL", program.pid(WORKER));
        run.getInputStream().readAllBytes();
        assertEquals(1, run.waitFor());
        program.awaitNothingLeft(AT_ONCE);
        assertEquals(List.of(), named());
    }

    private boolean hasFile() {
        return program.processes().stream()
                .filter(process -> process.endsWith(WORKER))
                .anyMatch(process -> isOpen(Path.of("/proc", process.split(" ")[0], "fd")));
    }

    private static boolean isOpen(Path descriptors) {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.anyMatch(descriptor -> target(descriptor).endsWith(".blocks (deleted)"));
        } catch (IOException e) {
            return false; // It has gone.
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // It was closed meanwhile.
        }
    }

    private List<Path> named() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".blocks")).toList();
        }
    }

    /** From the end to that of all processes, the monitor's own included, whether it could see to it or not. */
    @ParameterizedTest
    @ValueSource(strings = {"quit", "killed"})
    void theMonitorTakesThousandsOfThreadsWithIt(String how) throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type(program.launcher() + " --latency 5s --start http/threads");
            terminal.awaitMatch("http/threads +(start|running)");
            Await.until("a worker", SOON, () -> program.processes().toString().contains(WORKER), terminal::screen);
            Path worker = Path.of("/proc", "" + program.pid(WORKER));
            terminal.press("+", "+", "+");
            Await.until("2,048 threads", SOON, () -> threads(worker) > 2048, terminal::screen);
            if (how.equals("quit")) terminal.press("q");
            else signal("-KILL", program.pid("interleave.Main"));
            awaitGone(worker);
            program.awaitNothingLeft(AT_ONCE);
            if (how.equals("quit")) terminal.awaitPrompt();
        }
    }

    private void awaitGone(Path worker) {
        Await.until("the worker has gone", AT_ONCE, program::ticks, () -> hasGone(worker), () -> worker.toString());
    }

    /** Whose parent was killed may wait for the first process of all to notice. */
    static boolean hasGone(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z' && threads(process) <= 1;
        } catch (IOException e) {
            return true;
        }
    }

    private static int threads(Path process) {
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            return (int) threads.count();
        } catch (IOException e) {
            return 0; // It has gone.
        }
    }
}
