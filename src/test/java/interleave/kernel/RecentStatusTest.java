package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentStatusTest {
    @TempDir
    Path proc;

    private long now;
    private RecentStatus status;

    @BeforeEach
    void aProcess() throws IOException {
        Files.createDirectory(proc.resolve("self"));
        status = new RecentStatus(proc, () -> now);
        write(40, "0-1");
    }

    @Test
    void allWhoAskInATickAreToldOfOneInstant() throws IOException {
        assertEquals(List.of(0, 1), cpus());
        write(41, "1");
        now += RecentStatus.RECENT_NANOS;
        assertEquals(40, status.numbers().threads());
        assertEquals(List.of(0, 1), cpus());
        now += 1;
        assertEquals(41, status.numbers().threads());
        assertEquals(List.of(1), cpus());
    }

    @Test
    void aFileThatFailedIsTriedAnewAndNothingOldIsTold() throws IOException {
        assertEquals(40, status.numbers().threads());
        now += RecentStatus.RECENT_NANOS + 1;
        Files.writeString(proc.resolve("self/status"), "Name:\tjava\n");
        assertThrows(IOException.class, status::numbers);
        assertEquals(Optional.empty(), status.allowedCpus());
        write(42, "3");
        now += RecentStatus.RECENT_NANOS + 1;
        assertEquals(42, status.numbers().threads());
        assertEquals(List.of(3), cpus());
    }

    private List<Integer> cpus() {
        return List.copyOf(status.allowedCpus().orElseThrow());
    }

    private void write(int threads, String allowed) throws IOException {
        Files.writeString(
                proc.resolve("self/status"),
                "VmHWM:\t 2 kB\nVmRSS:\t 1 kB\nThreads:\t" + threads + "\nCpus_allowed_list:\t" + allowed + "\n");
    }
}
