package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads what is printed may pause, or go: the load neither waits for him nor outlives him. */
class ReaderIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String WORKER = "interleave.worker.WorkerMain";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeft() {
        program.awaitNothingLeft(AT_ONCE);
    }

    private Process start(String line) throws IOException {
        Process run = program.start(line.split(" "));
        run.getOutputStream().close();
        return run;
    }

    private void awaitWorker() {
        Await.until("a worker", SOON, () -> program.processes().toString().contains(WORKER));
    }

    private static void awaitEnd(Process process) {
        Await.until("it has ended", AT_ONCE, () -> !process.isAlive());
    }

    private static void signal(String name, Process run) throws Exception {
        signal(name, "" + run.pid());
    }

    private static void signal(String name, String whom) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", name, "--", whom).start().waitFor());
    }

    private void awaitLoadGone() {
        Await.until(
                "the load has gone",
                Duration.ofSeconds(1),
                () -> !program.processes().toString().contains(WORKER));
    }

    /** In the warm-up nothing is written, and in the text format not before the end. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void whoeverHasGoneIsNoticedWhileNothingIsWritten(String format) throws Exception {
        Process run = start("run hash/single --warmup 2m --duration 2m --format " + format);
        awaitWorker();
        run.getInputStream().close();
        awaitEnd(run);
        assertEquals(0, run.exitValue());
    }

    @Test
    void aSampleThatNobodyWaitsForIsNotTaken() throws Exception {
        Process once = start("once --interval 60s");
        Await.until("it samples", SOON, () -> threads(once.pid()).contains("reader"));
        once.getInputStream().close();
        awaitEnd(once);
    }

    private static List<String> threads(long process) {
        try (var tasks = Files.list(Path.of("/proc/" + process + "/task"))) {
            return tasks.map(task -> comm(task)).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String comm(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Over ssh without a terminal the output is a socket, of which one end goes with the connection. */
    @Test
    void aConnectionThatIsLostTakesTheLoadWithIt() throws Exception {
        try (Sshd sshd = new Sshd(folder)) {
            String line = sshd.plainClient(program.launcher() + " run hash/single --duration 5m");
            Process client = program.marked(new ProcessBuilder(line.split(" "))).start();
            awaitWorker();
            client.destroyForcibly();
            program.awaitNothingLeft(AT_ONCE);
        }
    }

    /** A pipe holds 64 KiB; this one is full before anything is printed. */
    private Process startOnFullPipe(Path pipe, String arguments) throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        // Opened for reading and writing, so that neither end waits for the other, and nobody reads.
        String script = "exec 3<>\"$0\"; head -c 65536 /dev/zero >&3; exec \"$1\" " + arguments + " >&3";
        Process run = program.marked(new ProcessBuilder("bash", "-c", script, pipe.toString(), program.launcher()))
                .start();
        run.getOutputStream().close();
        return run;
    }

    /** It has something to write, and so has had a worker, which may live for a shorter time than nobody looks. */
    private void awaitEndOfLoad(Process run) {
        Await.until(
                "it waits for a reader, and its load has ended",
                SOON,
                () -> isWriting(run) && !program.processes().toString().contains(WORKER));
    }

    @Test
    void whileNobodyReadsTheLoadEndsAtItsTimeAndTheSummaryWaits() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process run = startOnFullPipe(pipe, "run hash/single --warmup 0s --duration 1s --format json");
        awaitEndOfLoad(run);
        assertTrue(run.isAlive());
        JsonObject summary = JsonParser.object().from(Files.readAllLines(pipe).getLast());
        assertTrue(run.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS));
        assertEquals(0, run.exitValue());
        assertEquals("summary", summary.getString("type"));
        assertEquals(0, summary.getInt("intervals_dropped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-INT", "-TERM", "-HUP"})
    void whileNobodyReadsASignalEndsTheLoadAndTheRun(String name) throws Exception {
        Process run =
                startOnFullPipe(folder.resolve("pipe"), "run hash/single --warmup 0s --duration 5m --format json");
        awaitWorker();
        Await.until("it computes", SOON, () -> threads(program.pid(WORKER)).contains("single"));
        signal(name, run);
        awaitLoadGone();
        assertTrue(run.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS));
        String err = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("interleave: nobody read the summary\n", err);
    }

    @Test
    void aSecondSignalEndsAtOnce() throws Exception {
        Process run =
                startOnFullPipe(folder.resolve("pipe"), "run timer/virtual --warmup 0s --duration 1s --format json");
        awaitEndOfLoad(run);
        signal("-TERM", run);
        awaitEnd(run);
        assertEquals(143, run.exitValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list --format json", "once --interval 250ms", "run --help", "completion bash"})
    void whatNobodyReadsEndsByASignal(String line) throws Exception {
        Process stuck = startOnFullPipe(folder.resolve("pipe"), line);
        Await.until("it writes", SOON, () -> isWriting(stuck));
        signal("-TERM", stuck);
        awaitEnd(stuck);
        assertEquals(143, stuck.exitValue());
    }

    private static boolean isWriting(Process process) {
        try (var tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return tasks.anyMatch(task -> wchan(task).contains("pipe_write"));
        } catch (IOException e) {
            return false;
        }
    }

    private static String wchan(Path task) {
        try {
            return Files.readString(task.resolve("wchan"));
        } catch (IOException e) {
            return "";
        }
    }
}
