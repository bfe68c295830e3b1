package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingStillTest {
    @TempDir
    private Path proc;

    /** As Linux 6.18 has them: of a stopped process, one under a debugger, frozen ones of cgroups v1 and v2, and others. */
    @ParameterizedTest
    @CsvSource({
        "T, do_signal_stop, true",
        "t, ptrace_stop, true",
        "D, __refrigerator, true",
        "S, do_freezer_trap, true",
        "S, futex_wait_queue, false",
        "R, 0, false",
        "Z, 0, false"
    })
    void byItsStateOrWhereItSleeps(String state, String where, boolean still) throws IOException {
        Path folder = Files.createDirectory(proc.resolve("77"));
        Files.writeString(folder.resolve("stat"), "77 (a) b (c) " + state + " 1 77 77 0 -1");
        Files.writeString(folder.resolve("wchan"), where);
        assertEquals(still, StandingStill.is(proc, 77));
    }

    @Test
    void whoHasGoneDoesNotStand() {
        assertEquals(false, StandingStill.is(proc, 77));
    }
}
