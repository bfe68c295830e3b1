package interleave.probe;

import static interleave.metric.HostMetrics.SELF_CPU_PERCENT;
import static interleave.metric.HostMetrics.SELF_RSS_BYTES;
import static interleave.metric.HostMetrics.SELF_SWITCHES_PER_S;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import interleave.kernel.OwnUse;
import interleave.kernel.RecentStatus;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfProbeTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private Tree tree;
    private SelfProbe probe;
    private long now;

    @BeforeEach
    void aProcessOfTwoThreads() {
        tree = new Tree(folder);
        probe = new SelfProbe(tree.proc(), new RecentStatus(tree.proc(), () -> now += SECOND), () -> 0);
        status(2).with("proc/self/stat", stat(0, 0));
        thread(10, 1_000_000, 5);
        thread(11, 2_000_000, 7);
    }

    @Test
    void addsUpTheThreads() throws IOException {
        Optional<OwnUse.Sample> before = Optional.of(probe.read());
        thread(10, 11_000_000, 15);
        ProbeReadings part = probe.derive(before, probe.read(), SECOND);
        assertEquals(Reading.of(1), part.values().get(SELF_CPU_PERCENT));
        assertEquals(Reading.of(10), part.values().get(SELF_SWITCHES_PER_S));
        assertEquals(Reading.of(40960 * 1024), part.values().get(SELF_RSS_BYTES));
    }

    @Test
    void keepsWhatEndedThreadsUsedAndFindsNewOnes() throws IOException {
        assertEquals(3_000_000, probe.read().cpuNanos());
        end(10);
        thread(12, 500_000, 1);
        assertEquals(3_500_000, probe.read().cpuNanos());
        thread(10, 100, 1);
        status(3);
        OwnUse.Sample reused = probe.read();
        assertEquals(3_500_100, reused.cpuNanos());
        assertEquals(14, reused.slices());
    }

    @Test
    void isLiftedToTheProcessTicksByThreadsThatItNeverSaw() throws IOException {
        probe.read();
        tree.with("proc/self/stat", stat(3, 2));
        assertEquals(50_000_000, probe.read().cpuNanos());
        thread(10, 1_000_500, 6);
        assertEquals(50_000_500, probe.read().cpuNanos());
    }

    @Test
    void withoutSchedstatSwitchesAreMissingAndCpuIsInTicks() throws IOException {
        end(10);
        end(11);
        tree.with("proc/self/stat", stat(1, 0));
        Optional<OwnUse.Sample> before = Optional.of(probe.read());
        tree.with("proc/self/stat", stat(2, 1));
        ProbeReadings part = probe.derive(before, probe.read(), SECOND);
        assertEquals(Reading.of(2), part.values().get(SELF_CPU_PERCENT));
        assertInstanceOf(Reading.Absent.class, part.values().get(SELF_SWITCHES_PER_S));
    }

    private Tree status(int threads) {
        return tree.with(
                "proc/self/status",
                "Name:\tjava\nVmHWM:\t   50000 kB\nVmRSS:\t   40960 kB\nThreads:\t" + threads
                        + "\nCpus_allowed_list:\t0-1,4\n");
    }

    /** The name of a process may hold what looks like the end of the field. */
    private static String stat(long user, long system) {
        return "10 (a) b) S 1 10 10 0 -1 4194304 1 2 3 4 " + user + " " + system + " 0 0 20 0 2 0 55\n";
    }

    private void thread(int id, long cpuNanos, long slices) {
        tree.with("proc/self/task/" + id + "/schedstat", cpuNanos + " 99 " + slices + "\n");
    }

    /** As the kernel does it: reading goes on to fail, whether or not the file is open. */
    private void end(int id) {
        tree.with("proc/self/task/" + id + "/schedstat", "").without("proc/self/task/" + id + "/schedstat");
    }
}
