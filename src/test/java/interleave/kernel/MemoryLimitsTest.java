package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryLimitsTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path root;

    @Test
    void versionOneCountsEveryLevelAndKnowsNoLimitByItsSize() throws IOException {
        write("proc/self/cgroup", "4:memory:/team/job\n0::/\n");
        write("proc/self/mountinfo", "31 30 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
        one("", "9223372036854771712", "24000000000");
        one("team/", "314572800", "1000000");
        one("team/job/", "524288000", "900000");
        Path file = root.resolve("sys/fs/cgroup/memory/team/memory.limit_in_bytes");
        assertEquals(Optional.of(new CgroupMemory.Level(file, 1_000_000, 300 * MIB)), memory().tightest());
        assertEquals(
                List.of(file + " is 300 MiB"),
                limits().stream().map(MemoryLimits.Limit::words).toList());
    }

    @Test
    void versionTwoFollowsAChange() throws IOException {
        write("proc/self/cgroup", "0::/job\n");
        write("proc/self/mountinfo", "30 20 0:26 / /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw\n");
        write("sys/fs/cgroup/job/memory.max", "max\n");
        write("sys/fs/cgroup/job/memory.current", "5000\n");
        CgroupMemory memory = memory();
        assertEquals(Optional.empty(), memory.tightest());
        write("sys/fs/cgroup/job/memory.max", "1048576\n");
        assertEquals(MIB, memory.tightest().orElseThrow().limitBytes());
    }

    @Test
    void limitsOfTheShellAreInKilobytesAsTheyAreSet() throws IOException {
        write("proc/self/limits", """
            Limit                     Soft Limit           Hard Limit           Units
            Max data size             unlimited            unlimited            bytes
            Max address space         1228800000           unlimited            bytes
            """);
        assertEquals(List.of(new MemoryLimits.Limit("ulimit -v", 1_228_800_000L, "1200000 KiB")), limits());
    }

    @Test
    void whatIsNotThereLimitsNothing() {
        assertEquals(List.of(), limits());
    }

    private CgroupMemory memory() {
        return new CgroupMemory(root.resolve("proc"), root.resolve("sys"));
    }

    private List<MemoryLimits.Limit> limits() {
        return MemoryLimits.read(root.resolve("proc"), root.resolve("sys"));
    }

    private void one(String level, String limit, String used) throws IOException {
        write("sys/fs/cgroup/memory/" + level + "memory.limit_in_bytes", limit + "\n");
        write("sys/fs/cgroup/memory/" + level + "memory.usage_in_bytes", used + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
