package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a machine with both versions of cgroups. */
class StandingStillTest {
    @TempDir
    private Path root;

    private StandingStill here;

    @BeforeEach
    void mount() throws IOException {
        here = new StandingStill(root.resolve("proc"), root.resolve("sys"));
        write("proc/self/mountinfo", """
            30 24 0:26 / /sys/fs/cgroup/freezer rw - cgroup cgroup rw,freezer
            31 24 0:27 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
            """);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** As Linux 6.18 has them: the state of who is frozen depends on the version. */
    @ParameterizedTest
    @CsvSource({
        "T, THAWED, 0, true",
        "t, THAWED, 0, true",
        "D, FROZEN, 0, true",
        "D, FREEZING, 0, true",
        "S, THAWED, 1, true",
        "S, THAWED, 0, false",
        "D, THAWED, 0, false",
        "R, THAWED, 0, false"
    })
    void byItsStateOrByItsCgroups(String state, String freezer, int frozen, boolean still) throws IOException {
        write("proc/77/stat", "77 (a) b (c) " + state + " 1 77 77 0 -1");
        write("proc/77/cgroup", "6:freezer:/some\n0::/other\n");
        write("sys/fs/cgroup/freezer/some/freezer.state", freezer + "\n");
        write("sys/fs/cgroup/unified/other/cgroup.events", "populated 1\nfrozen " + frozen + "\n");
        assertEquals(still, here.is(77));
    }

    @Test
    void whoHasGoneDoesNotStand() {
        assertFalse(here.is(77));
    }

    @Test
    void thisProcessDoesNot() {
        assertFalse(StandingStill.ofThisMachine().is(ProcessHandle.current().pid()));
    }
}
