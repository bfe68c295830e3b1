package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadLimitsTest {
    @TempDir
    Path root;

    @Test
    void eachIsNamedWithItsRoom() throws IOException {
        write("proc/self/limits", "Max processes             9000                 9000                 processes\n");
        status("self", 1000, 0);
        status("77", 1000, 40);
        status("78", 0, 500);
        write("proc/loadavg", "0.20 0.18 0.12 1/80 11206\n");
        write("proc/sys/kernel/threads-max", "192730\n");
        write("proc/sys/kernel/pid_max", "32768\n");
        write("proc/self/cgroup", "8:pids:/team/job\n0::/\n");
        write("proc/self/mountinfo", "32 30 0:28 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n");
        write("sys/fs/cgroup/pids/team/pids.max", "500\n");
        write("sys/fs/cgroup/pids/team/pids.current", "490\n");
        write("sys/fs/cgroup/pids/team/job/pids.max", "100\n");
        write("sys/fs/cgroup/pids/team/job/pids.current", "20\n");

        List<ThreadLimits.Limit> limits = read();
        Path pids = root.resolve("sys/fs/cgroup/pids/team");
        assertEquals(
                List.of(
                        "ulimit -u 8960",
                        pids.resolve("job/pids.max") + " 80",
                        pids.resolve("pids.max") + " 10",
                        "kernel.threads-max 192650",
                        "kernel.pid_max 32688"),
                limits.stream().map(limit -> limit.name() + " " + limit.room()).toList());
        assertEquals(
                Optional.of(pids.resolve("pids.max").toString()),
                ThreadLimits.reached(limits).map(ThreadLimits.Limit::name));
    }

    @Test
    void whatIsNotThereLimitsNothing() {
        assertEquals(List.of(), read());
        assertEquals(Optional.empty(), ThreadLimits.reached(read()));
    }

    /** By user, effective capabilities, and the user namespace's map: copy_process asks those of the machine itself. */
    @ParameterizedTest
    @CsvSource({
        "0, 000001ffffffffff, 0 0 4294967295, true",
        "1000, 0000000000000000, 0 0 4294967295, false",
        "1000, 0000000001000000, 0 0 4294967295, true",
        "1000, 0000000000200000, 0 0 4294967295, true",
        "1000, 0000000000400000, 0 0 4294967295, false",
        "0, 000001ffffffffff, 0 54321 1, false",
        "0, 000001ffffffffff, 0 0 1, true",
        "0, 0000000000000000, 0 0 4294967295, true",
        "1000, 000001ffffffffff, 0 100000 65536, false"
    })
    void rootIsWhoIsRootOutside(int uid, String effective, String map, boolean boundless) throws IOException {
        write("proc/self/limits", "Max processes             12                   12                   processes\n");
        write("proc/self/status", "Name:\tjava\nUid:\t" + uid + "\t0\t0\t0\nCapEff:\t" + effective + "\n");
        write("proc/self/uid_map", "         " + map + "\n");
        if (boundless) assertTrue(read().isEmpty(), read().toString());
        else assertEquals("ulimit -u", read().getFirst().name());
    }

    @Test
    void thisMachinesLimitsLeaveRoom() {
        List<ThreadLimits.Limit> limits = ThreadLimits.read(Path.of("/proc"), Path.of("/sys"));
        assertFalse(limits.isEmpty());
        assertTrue(limits.stream().allMatch(limit -> limit.room() > 100), limits.toString());
    }

    private List<ThreadLimits.Limit> read() {
        return ThreadLimits.read(root.resolve("proc"), root.resolve("sys"));
    }

    private void status(String process, int uid, int threads) throws IOException {
        write("proc/" + process + "/status", "Name:\ta\nUid:\t" + uid + "\t1\t1\t1\nThreads:\t" + threads + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
