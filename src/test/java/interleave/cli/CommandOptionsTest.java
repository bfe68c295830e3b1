package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.config.Settings;
import interleave.spec.Workload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command of the user's on the command line. */
class CommandOptionsTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Settings> opened = new ArrayList<>();

    private int run(String line) {
        PrintStream told = new PrintStream(err, true);
        Output to = new Output(new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        return to.status(Commands.run(line.split(" "), this::open, to, told, new EndSignals(signal -> {})), told);
    }

    private int open(Settings settings) {
        opened.add(settings);
        return 7;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --                            | -- must be followed by a program, as in -- node server.js; more: interleave --help
        run image/pool --             | -- must be followed by a program, as in -- node server.js; more: interleave run --help
        -- no-such-program x          | -- no-such-program cannot be started: it is in no folder of PATH; more: interleave --help
        -- /no/such/program           | -- /no/such/program cannot be started: it is no file; more: interleave --help
        run image/pool -- /etc        | -- /etc cannot be started: it is a folder; more: interleave run --help
        run image/pool -- /etc/passwd | -- /etc/passwd cannot be started: it may not be executed: chmod +x helps; more: interleave run --help
        run image/pool --leave        | --leave needs a command that is started here: --leave -- node server.js; more: interleave run --help
        run http/pool --target x      | --target x must begin with http://, as in http://127.0.0.1:3000/; more: interleave run --help
        run http/pool --target=       | --target '' must begin with http://, as in http://127.0.0.1:3000/; more: interleave run --help
        run http/pool --target http://10.0.0.1/ | --target http://10.0.0.1/ must be on this machine, on 127.0.0.1, [::1] or localhost; --remote-target allows another one; more: interleave run --help
        run http/pool --target http://[::1]/ --latency 1ms | --latency and --target: give one of them, since how long a server of yours waits is its own; more: interleave run --help
        run http/pool --expect-bytes 5 | --expect-bytes needs a server: --target http://127.0.0.1:3000/; more: interleave run --help
        run http/pool --target http://[::1]/ --expect-bytes x | --expect-bytes x must be a number of bytes, such as 0 or 1024; more: interleave run --help
        run http/pool --remote-target | --remote-target needs a server: --target http://HOST:PORT/; more: interleave run --help
        run hash/pool --target http://[::1]/ | --target: hash/pool asks no server; those that do: http/... and fetch-and-blur/...; more: interleave run --help
        run http/pool --place same    | --place same needs a server that is started here: --target http://127.0.0.1:3000/ -- node server.js; more: interleave run --help
        run http/pool --pid 1         | --pid needs a server that is asked: --target http://127.0.0.1:3000/ --pid N; more: interleave run --help
        --target http://127.0.0.1/ --latency 20ms | --latency and --target: give one of them, since how long a server of yours waits is its own; more: interleave --help
        --target http://10.0.0.1/     | --target http://10.0.0.1/ must be on this machine, on 127.0.0.1, [::1] or localhost; --remote-target allows another one; more: interleave --help
        once -- sh                    | unknown word sh; more: interleave once --help
        """)
    void whatCannotBeIsOneLineAndStatus2(String line, String words) {
        assertEquals(2, run(line));
        assertEquals("interleave: " + words + "\n", err.toString(StandardCharsets.UTF_8));
    }

    /** Options, and the mark itself, too. */
    @Test
    void whatFollowsTheMarkIsTheCommandsOwn() {
        assertEquals(7, run("--leave --start http/virtual -- sh --pid x -- --help"));
        assertEquals(
                List.of("sh", "--pid", "x", "--", "--help"), opened.getFirst().command());
        assertEquals(List.of(new Workload("http", "virtual")), opened.getFirst().start());
        assertTrue(opened.getFirst().leave());
    }
}
