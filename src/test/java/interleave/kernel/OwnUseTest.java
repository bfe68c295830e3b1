package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnUseTest {
    @TempDir
    Path proc;

    private long now;
    private SchedStat totals = new SchedStat(70_000_000, 0, 20);
    private int opened;

    @BeforeEach
    void aProcessOfOneThread() throws IOException {
        write("status", "Name:\tjava\nVmHWM:\t 5 kB\nVmRSS:\t 4 kB\nThreads:\t1\n");
        write("stat", "10 (java) S 1 10 10 0 -1 4194304 1 2 3 4 0 0 0 0 20 0 1 0 55\n");
        thread(80_000_000, 25);
    }

    @Test
    void theTotalsGoOnWhereTheThreadsWere() throws IOException {
        OwnUse use = use(this::open);
        assertEquals(80_000_000, use.read().cpuNanos());
        now += OwnUse.BY_THREADS_NANOS;
        thread(81_000_000, 27);
        assertEquals(81_000_000, use.read().cpuNanos());
        thread(99_000_000, 99);
        totals = new SchedStat(70_500_000, 0, 23);
        OwnUse.Sample sample = use.read();
        assertEquals(81_500_000, sample.cpuNanos());
        assertEquals(30, sample.slices());
        assertEquals(1, opened);
    }

    @Test
    void theThreadsGoOnBeingAskedWhereTheTotalsCannotBe() throws IOException {
        OwnUse use = use(() -> {
            opened++;
            throw new IllegalStateException("no such function");
        });
        now += OwnUse.BY_THREADS_NANOS;
        use.read();
        thread(82_000_000, 28);
        assertEquals(82_000_000, use.read().cpuNanos());
        assertEquals(1, opened);
    }

    @Test
    void theKernelsTotalsOfThisProcessAreNoLessThanItsThreads() throws IOException {
        Path real = Path.of("/proc");
        OwnUse use = new OwnUse(real, new RecentStatus(real, () -> now), () -> now);
        long byThreads = use.read().cpuNanos();
        now += OwnUse.BY_THREADS_NANOS;
        use.read();
        now += OwnUse.BY_THREADS_NANOS;
        OwnUse.Sample byTotals = use.read();
        assertEquals(byThreads / 1e9, byTotals.cpuNanos() / 1e9, 1);
        assertEquals(true, byTotals.cpuNanos() >= byThreads);
    }

    private OwnUse use(OwnUse.Opener opener) {
        return new OwnUse(proc, new RecentStatus(proc, () -> now), () -> now, opener);
    }

    private OwnUse.Totals open() {
        opened++;
        return () -> totals;
    }

    private void thread(long cpuNanos, long slices) throws IOException {
        write("task/10/schedstat", cpuNanos + " 99 " + slices + "\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = proc.resolve("self").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
