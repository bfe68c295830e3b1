package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole programs that ask a server that is not ours: the JDK's, started by the program itself. */
class TargetIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void pageAndPort() throws IOException {
        Files.writeString(folder.resolve("page.txt"), "hello world\n");
        port = Ports.free();
    }

    private Program.Result run(String path, String... options) throws Exception {
        List<String> line = new java.util.ArrayList<>(List.of("run"));
        line.addAll(List.of(options));
        line.addAll(List.of("--target", "http://127.0.0.1:" + port + path, "--warmup", "0s", "--duration", "1s"));
        line.addAll(List.of("--format", "json", "--"));
        line.addAll(server());
        return program.run(LIMIT, line.toArray(String[]::new));
    }

    private List<String> server() {
        return List.of(
                JAVA,
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-m",
                "jdk.httpserver",
                "-b",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-d",
                folder.toString(),
                "-o",
                "none");
    }

    private static JsonObject summary(Program.Result result) throws Exception {
        return JsonParser.object().from(result.out().lines().toList().getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "single",
                "event-loop",
                "promises",
                "virtual",
                "threads",
                "pool",
                "work-stealing",
                "hybrid",
            })
    void allModelsAskItOnceItIsUp(String model) throws Exception {
        Program.Result result = run("/page.txt", "http/" + model, "--concurrency", "8", "--expect-bytes", "12");
        assertEquals(0, result.status(), result.toString());
        JsonObject summary = summary(result);
        assertTrue(summary.getBoolean("verified"), result.out());
        assertTrue(summary.getInt("tasks") > 8, result.out());
        assertEquals(0, summary.getObject("whole_run").getInt("failed"), result.out());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    /** One run, and so its own tasks: what a request costs the server cannot be more than its CPUs have. */
    @Test
    void theServersCostOfARequestStandsBesideTheRunsOwn() throws Exception {
        Program.Result result = run("/page.txt", "http/pool", "--concurrency", "8");
        JsonObject summary = summary(result);
        assertEquals("http://127.0.0.1:" + port + "/page.txt", summary.getString("target"));
        JsonObject server = summary.getObject("server");
        double cpu = server.getDouble("cpu_us_per_task");
        int cpus = Runtime.getRuntime().availableProcessors();
        assertTrue(cpu > 1 && cpu * summary.getDouble("tasks_per_s") < 1.1e6 * cpus, result.out());
        assertTrue(server.getDouble("switches_per_task") > 0, result.out());
        assertTrue(server.getInt("os_threads") > 5 && server.getLong("rss_bytes") > 1 << 20, result.out());
        assertEquals(1, server.getInt("processes"), result.out());
        assertTrue(result.err().contains("runs as " + server.getInt("pid") + ", output: "), result.toString());
        assertTrue(List.of("apart", "free").contains(summary.getString("place")), result.out());
    }

    /** A fork that is named by its number, and two runs: the server's share is of both. */
    @Test
    void ofAServerThatRunsAlreadyItsProcessesAreNamed() throws Exception {
        Process server = program.marked(new ProcessBuilder(server())).start();
        try {
            Await.until("the server", LIMIT, this::listens, () -> "nobody listens");
            Program.Result result = program.run(
                    LIMIT,
                    "run",
                    "http/pool",
                    "http/virtual",
                    "--concurrency",
                    "4",
                    "--target",
                    "http://localhost:" + port + "/page.txt",
                    "--pid",
                    String.valueOf(server.pid()),
                    "--warmup",
                    "0s",
                    "--duration",
                    "1s");
            assertEquals(0, result.status(), result.toString());
            assertTrue(result.out().contains("/page.txt: per request of 2 runs together; "), result.out());
            assertTrue(
                    result.out().lines().anyMatch(line -> line.matches("server switches/task +[0-9.]+ .*")),
                    result.out());
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void onTheScreenTheServersLineStandsBelowTheRuns() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 160, 40)) {
            terminal.type(program.launcher() + " --interval 500ms --target http://127.0.0.1:" + port
                    + "/page.txt --start http/pool -- " + String.join(" ", server()));
            terminal.awaitMatch("workloads at http://127.0.0.1:" + port + "/page.txt ");
            terminal.awaitMatch("http/pool +running");
            terminal.awaitMatch("server java +[0-9.k]+ +[0-9.]+ +\\d+ +[0-9.k]+ +[0-9.]+ +[0-9.]+ ");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(Duration.ofSeconds(3));
        assertTrue(!listens(), "the server goes on");
    }

    private boolean listens() {
        try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void anOpenLoadAsksItToo() throws Exception {
        Program.Result result = run("/page.txt", "http/virtual", "--rate", "200/s", "--arrival", "poisson");
        assertEquals(0, result.status(), result.toString());
        // As planned: of those, so many end within the second as the machine lets.
        double rate = summary(result).getDouble("offered_per_s");
        assertTrue(rate > 120 && rate < 280, result.out());
        assertTrue(summary(result).getInt("tasks") > 0, result.out());
    }

    @Test
    void aStatusThatIsNoSuccessIsAFailureInItsWords() throws Exception {
        Program.Result result = run("/none.txt", "http/pool", "--concurrency", "4");
        assertEquals(1, result.status(), result.toString());
        assertTrue(summary(result).getString("error").contains("the server answered 404 Not Found"), result.out());
    }

    @Test
    void aServerThatEndsWithoutListeningIsToldWithItsEnd() throws Exception {
        Program.Result result = program.run(
                LIMIT, "run", "http/pool", "--target", "http://127.0.0.1:" + port + "/", "--", "sh", "-c", "exit 3");
        assertEquals(1, result.status(), result.toString());
        assertTrue(result.err().contains("interleave: sh ended (exit 3)"), result.err());
        assertTrue(
                result.err().contains("http/pool: no server answers at 127.0.0.1:" + port + " (Connection refused)"),
                result.err());
    }
}
