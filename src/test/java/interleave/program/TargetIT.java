package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
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
        assertTrue(summary.getInt("tasks") > 20, result.out());
        assertEquals(0, summary.getObject("whole_run").getInt("failed"), result.out());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void anOpenLoadAsksItToo() throws Exception {
        Program.Result result = run("/page.txt", "http/virtual", "--rate", "200/s", "--arrival", "poisson");
        assertEquals(0, result.status(), result.toString());
        double rate = summary(result).getDouble("tasks_per_s");
        assertTrue(rate > 120 && rate < 280, result.out());
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
