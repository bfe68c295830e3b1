package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line that says what is wrong, where, and what would be right; and exit status 2. */
class BadInputIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private final Program program = new Program();

    @ParameterizedTest
    @CsvSource({
        "run http/vrtual, http/virtual",
        "run http/virtual --rate -1, --rate",
        "run http/virtual --rate 5/s --concurrency 3, --concurrency",
        "run http/virtual --duration soon, 10s",
        "run http/virtual --arrival poisson, --rate",
        "run http/virtual --failure-rate 2, 1%",
        "run http/virtual --heap lots, 64m",
        "run http/virtual --cpus 0-, 0-3",
        "run http/virtual --cpus 9999, 9999",
        "run image/pool --latency 5ms, http/",
        "run http/pool --threads 16y, 16x",
        "--interval 0, --interval",
        "--start nothing/such, nothing/such",
        "once --format yaml, json",
        "once --pid 0, --pid",
        "frobnicate, frobnicate"
    })
    void wrongUseIsOneLineAndStatusTwo(String line, String named) throws Exception {
        Program.Result result = program.run(LIMIT, line.split(" "));
        assertEquals(2, result.status(), result.toString());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(named), result.err());
    }

    @Test
    void withoutATerminalItNamesTheHeadlessCommands() throws Exception {
        Program.Result result = program.run(LIMIT);
        assertEquals(2, result.status());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains("interleave run") && result.err().contains("interleave once"), result.err());
    }
}
