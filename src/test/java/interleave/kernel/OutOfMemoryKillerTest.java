package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryKillerTest {
    @TempDir
    private Path root;

    @Test
    void aChildOfThisProcessIsTakenFirst() throws Exception {
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            int pid = ProcessNumbers.ofThisProcess(Path.of("/proc")).inProc((int) child.pid());
            OutOfMemoryKiller.takesFirst(Path.of("/proc"), pid);
            assertEquals("1000\n", Files.readString(Path.of("/proc/" + pid + "/oom_score_adj")));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void whatIsNotThereIsNotMade() {
        OutOfMemoryKiller.takesFirst(root, 7);
        assertFalse(Files.exists(root.resolve("7")));
    }

    @Test
    void itsKillsAreCountedInBothVersions() throws IOException {
        write("proc/self/cgroup", "4:memory:/job\n0::/\n");
        write("proc/self/mountinfo", "31 30 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
        String one = "oom_kill_disable 0\nunder_oom 0\noom_kill ";
        write("sys/fs/cgroup/memory/job/memory.oom_control", one + "0\n");
        assertFalse(hasBeenHere());
        write("sys/fs/cgroup/memory/job/memory.oom_control", one + "2\n");
        assertTrue(hasBeenHere());

        write("proc/self/cgroup", "0::/job\n");
        write("proc/self/mountinfo", "30 20 0:26 / /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw\n");
        write("sys/fs/cgroup/job/memory.events", "low 0\nmax 9\noom 1\noom_kill 0\n");
        assertFalse(hasBeenHere());
        write("sys/fs/cgroup/job/memory.events", "low 0\nmax 9\noom 1\noom_kill 1\n");
        assertTrue(hasBeenHere());
    }

    private boolean hasBeenHere() {
        return OutOfMemoryKiller.hasBeenHere(root.resolve("proc"), root.resolve("sys"));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
