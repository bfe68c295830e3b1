package interleave.probe;

import static interleave.metric.ProcessMetrics.CPU_PERCENT;
import static interleave.metric.ProcessMetrics.INVOLUNTARY_SWITCHES_PER_S;
import static interleave.metric.ProcessMetrics.OS_THREADS;
import static interleave.metric.ProcessMetrics.PAGE_FAULTS_PER_S;
import static interleave.metric.ProcessMetrics.RSS_BYTES;
import static interleave.metric.ProcessMetrics.RUN_QUEUE_WAIT_PERCENT;
import static interleave.metric.ProcessMetrics.SWITCHES_PER_S;
import static interleave.metric.ProcessMetrics.VOLUNTARY_SWITCHES_PER_S;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.Freezer;
import interleave.kernel.ProcessAccount;
import interleave.kernel.SwitchTotals;
import interleave.kernel.Unreadable;
import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessProbeTest {
    private static final int PID = 4711;
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path root;

    private Tree tree;
    private long now = 5;
    private ProcessProbe probe;

    @BeforeEach
    void aProcess() {
        tree = new Tree(root);
        stat("server", 'S', 1000, 100, 7, 2);
        thread(10, 4, "1000000 500000 14\n");
        probe = probe(Optional.empty());
    }

    @Test
    void ratesAreOfTwoSamplesAndTheFirstHasNone() {
        ProcessReadings first = probe.tick();
        assertEquals(Reading.WARMING_UP, first.of(SWITCHES_PER_S));
        assertEquals(Reading.of(2), first.of(OS_THREADS));
        assertEquals(Reading.of(3 * 4096), first.of(RSS_BYTES));
        now += 2 * SECOND;
        stat("server", 'S', 1000, 300, 47, 2);
        thread(110, 24, "1000000 200500000 34\n");
        ProcessReadings second = probe.tick();
        assertEquals(Reading.of(60), second.of(SWITCHES_PER_S));
        assertEquals(Reading.of(50), second.of(VOLUNTARY_SWITCHES_PER_S));
        assertEquals(Reading.of(10), second.of(INVOLUNTARY_SWITCHES_PER_S));
        assertEquals(Reading.of(10), second.of(RUN_QUEUE_WAIT_PERCENT));
        assertEquals(Reading.of(20), second.of(CPU_PERCENT));
        assertEquals(Reading.of(100), second.of(PAGE_FAULTS_PER_S));
        assertFalse(second.source().exact());
    }

    @Test
    void aProcessThatEndsSaysSoForGood() {
        probe.tick();
        tree.without("proc/4711/task/4711/status")
                .without("proc/4711/task/4711/schedstat")
                .without("proc/4711/stat")
                .without("proc/4711/task/4711")
                .without("proc/4711/task")
                .without("proc/4711");
        ProcessReadings ended = probe.tick();
        assertTrue(ended.over());
        assertEquals(Optional.of("ended"), ended.remark());
        assertEquals("server", ended.name());
        assertEquals(new ProcessReadings.Id(PID, 1000), ended.id());
        assertEquals(Reading.absent(Reading.Why.STALE, "ended"), ended.of(CPU_PERCENT));
        stat("another", 'S', 2000, 100, 7, 2);
        thread(10, 4, "1000000 500000 14\n");
        assertEquals(ended, probe.tick());
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheSame() {
        probe.tick();
        stat("another", 'S', 2000, 100, 7, 2);
        now += SECOND;
        ProcessReadings over = probe.tick();
        assertTrue(over.over());
        assertEquals("server", over.name());
        assertEquals(Optional.of("ended; its number is another process's now"), over.remark());
    }

    @Test
    void aNumberThatNobodyHasIsSaidToBe() {
        ProcessProbe none = probe(9, Optional.empty());
        ProcessReadings readings = none.tick();
        assertTrue(readings.over());
        assertEquals(Optional.of("is no process"), readings.remark());
        for (Metric metric : ProcessMetrics.ALL) assertFalse(readings.of(metric).present(), metric.name());
    }

    @Test
    void whatItIsStandsBesideIt() {
        assertEquals(Optional.empty(), probe.tick().remark());
        stat("server", 'T', 1000, 100, 7, 2);
        assertEquals(Optional.of("stopped"), probe.tick().remark());
        stat("server", 'Z', 1000, 100, 7, 2);
        assertEquals(
                Optional.of("its first thread has ended, others go on"),
                probe.tick().remark());
        stat("server", 'Z', 1000, 100, 7, 1);
        ProcessReadings zombie = probe.tick();
        assertTrue(zombie.remark().orElseThrow().startsWith("zombie"));
        assertFalse(zombie.of(RSS_BYTES).present());
    }

    /** Its state is that of a sleeper, or of one that waits for a disk: its cgroup alone tells. */
    @Test
    void whoIsFrozenIsSaidToBe() {
        tree.with("proc/self/mountinfo", """
            30 24 0:26 / /sys/fs/cgroup/freezer rw - cgroup cgroup rw,freezer
            31 24 0:27 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
            """)
                .with("proc/4711/cgroup", "6:freezer:/a\n0::/b\n")
                .with("sys/fs/cgroup/freezer/a/freezer.state", "THAWED\n")
                .with("sys/fs/cgroup/unified/b/cgroup.events", "populated 1\nfrozen 1\n");
        assertEquals(Optional.of("frozen"), probe.tick().remark());
        tree.with("sys/fs/cgroup/unified/b/cgroup.events", "populated 1\nfrozen 0\n");
        assertEquals(Optional.empty(), probe.tick().remark());
        tree.with("sys/fs/cgroup/freezer/a/freezer.state", "FROZEN\n");
        assertEquals(Optional.of("frozen"), probe.tick().remark());
        tree.with("proc/4711/cgroup", "6:freezer:/\n0::/b\n");
        assertEquals(Optional.empty(), probe.tick().remark());
    }

    /** The kernel has no count of waits for it, and does have one for others. */
    @Test
    void aZombieHasNoWaitsSinceItHasEnded() {
        stat("server", 'Z', 1000, 100, 7, 1);
        thread(10, 4, "0 0 0\n");
        probe.tick();
        now += SECOND;
        Reading wait = probe.tick().of(RUN_QUEUE_WAIT_PERCENT);
        assertEquals("its threads have ended, and wait no more", ((Reading.Absent) wait).words());
    }

    @Test
    void namesGiveTheTerminalNoOrders() {
        stat("a\u001b[2J\nb\u009b", 'S', 1000, 100, 7, 2);
        assertEquals("a?[2J?b?", probe.tick().name());
    }

    /** Their totals differ by all that had ended before. */
    @Test
    void sumsOfTwoSourcesAreNoRate() {
        int[] asked = {0};
        probe = probe(Optional.of(pid -> {
            if (asked[0]++ > 0) throw Unreadable.missing("no more");
            return Optional.of(new SwitchTotals(1, 9000, 9, OptionalLong.of(1), SwitchTotals.Source.TASKSTATS));
        }));
        assertTrue(probe.tick().source().exact());
        now += SECOND;
        ProcessReadings next = probe.tick();
        assertEquals(Reading.WARMING_UP, next.of(SWITCHES_PER_S));
        assertFalse(next.source().exact());
        now += SECOND;
        assertEquals(Reading.of(0), probe.tick().of(SWITCHES_PER_S));
    }

    @Test
    void aKernelThatDoesNotCountWaitsIsNotOneWithoutWaits() {
        thread(10, 4, "0 0 0\n");
        probe.tick();
        now += SECOND;
        Reading wait = probe.tick().of(RUN_QUEUE_WAIT_PERCENT);
        assertEquals("this kernel does not count how long threads wait for a CPU", ((Reading.Absent) wait).words());
    }

    private ProcessProbe probe(Optional<ProcessAccount.Exact> exact) {
        return probe(PID, exact);
    }

    private ProcessProbe probe(int pid, Optional<ProcessAccount.Exact> exact) {
        ProcessAccount account = new ProcessAccount(tree.proc(), pid, 4096, exact);
        return new ProcessProbe(pid, account, new Freezer(tree.proc(), tree.sys(), pid), () -> now);
    }

    private void stat(String name, char state, long start, long faults, long ticks, int threads) {
        tree.with(
                "proc/4711/stat",
                PID + " (" + name + ") " + state + " 1 1 1 0 -1 0 " + faults + " 0 0 0 " + ticks + " 0 0 0 20 0 "
                        + threads + " 0 " + start + " 9000 3 1 \n");
    }

    private void thread(int voluntary, int involuntary, String schedstat) {
        tree.with(
                "proc/4711/task/4711/status",
                "Name:\tx\nvoluntary_ctxt_switches:\t" + voluntary + "\nnonvoluntary_ctxt_switches:\t" + involuntary
                        + "\n");
        tree.with("proc/4711/task/4711/schedstat", schedstat);
    }
}
