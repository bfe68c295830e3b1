package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.metric.ThreadTable.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of a made-up machine. */
class ThreadWatchTest {
    private static final int PID = 100;
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path root;

    private Tree tree;
    private long now = 5;
    private ThreadWatch watch;

    @BeforeEach
    void aProcessOfThreeThreads() {
        tree = new Tree(root);
        for (int tid = 100; tid < 103; tid++) thread(PID, tid, "worker-" + (tid - 100), 10, 2, 0);
        watch = new ThreadWatch(tree.proc(), tree.sys(), () -> now);
    }

    private void thread(int pid, int tid, String name, long voluntary, long involuntary, long cpuMillis) {
        String folder = "proc/" + pid + "/task/" + tid + "/";
        tree.with(folder + "schedstat", cpuMillis * 1_000_000 + " 0 " + (voluntary + involuntary) + "\n")
                .with(
                        folder + "stat",
                        tid + " (" + name + ") S 1 2 3 4 5 64 7 8 9 10 0 0 0 0 20 0 9 0 " + (1000 + tid)
                                + " 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0\n")
                .with(
                        folder + "status",
                        "voluntary_ctxt_switches:\t" + voluntary + "\nnonvoluntary_ctxt_switches:\t" + involuntary
                                + "\n")
                .with(folder + "wchan", "ep_poll");
    }

    private void end(int pid, int tid) {
        for (String file : List.of("/schedstat", "/stat", "/status", "/wchan", ""))
            tree.without("proc/" + pid + "/task/" + tid + file);
    }

    private static ProcessReadings watched(Reading started) {
        Map<Metric, Reading> values = ProcessReadings.all(Reading.WARMING_UP);
        values.put(ProcessMetrics.THREADS_STARTED_PER_S, started);
        return new ProcessReadings(
                new ProcessReadings.Id(PID, 1),
                "server",
                Optional.empty(),
                false,
                ProcessReadings.Source.UNKNOWN,
                values);
    }

    private ThreadTable tick() {
        return watch.tick(List.of(watched(Reading.absent(Reading.Why.UNSUPPORTED, ""))));
    }

    private static ThreadReadings of(ThreadTable table, int tid) {
        return table.all().stream()
                .filter(thread -> thread.id().tid() == tid)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsLookedAtBeforeSomebodyWantsToSeeIt() {
        assertSame(ThreadTable.NONE, tick());
    }

    @Test
    void ratesAreOfTwoLooks() {
        watch.scope(Scope.WATCHED);
        ThreadTable first = tick();
        assertEquals(3, first.all().size());
        assertFalse(of(first, 101).of(ThreadMetrics.SWITCHES_PER_S).present());
        assertEquals("worker-*", of(first, 101).names().pool());
        assertEquals("ep_poll", of(first, 101).now().waitsIn());
        now += 2 * SECOND;
        thread(PID, 101, "worker-1", 110, 22, 500);
        ThreadReadings busy = of(tick(), 101);
        assertEquals(Reading.of(60), busy.of(ThreadMetrics.SWITCHES_PER_S));
        assertEquals(Reading.of(50), busy.of(ThreadMetrics.VOLUNTARY_SWITCHES_PER_S));
        assertEquals(Reading.of(10), busy.of(ThreadMetrics.INVOLUNTARY_SWITCHES_PER_S));
        assertEquals(Reading.of(25), busy.of(ThreadMetrics.CPU_PERCENT));
        assertEquals(Reading.of(0), of(tick(), 100).of(ThreadMetrics.INVOLUNTARY_SWITCHES_PER_S));
    }

    /** Ten thousand of them are mostly quiet: only the age of their readings changes. */
    @Test
    void aQuietThreadThatIsLookedAtAgainIsTheSameObject() {
        watch.scope(Scope.WATCHED);
        tick();
        now += SECOND;
        ThreadReadings quiet = of(tick(), 101);
        now += SECOND;
        ThreadTable later = tick();
        assertSame(quiet, of(later, 101));
        assertEquals(0, later.oldestMillis());
    }

    /** Of more than are looked at in a tick, those that were not have the age of their last look. */
    @Test
    void aReadingThatWasNotTakenAnewHasItsAge() {
        for (int tid = 103; tid < 103 + 2 * ThreadWatch.COUNTED; tid++) thread(PID, tid, "worker-" + tid, 1, 0, 0);
        watch.scope(Scope.WATCHED);
        assertEquals(0, tick().oldestMillis());
        now += SECOND;
        tick();
        now += SECOND / 2;
        ThreadTable table = tick();
        assertEquals(1500, table.oldestMillis());
        long old = IntStream.range(0, table.all().size())
                .filter(place -> table.ageMillis(place) == 1500)
                .count();
        // A quarter of a tick's looks is at quiet ones, also while the others are not through.
        assertEquals(ThreadWatch.COUNTED + 3 - ThreadWatch.COUNTED * 3 / 4, old);
    }

    @Test
    void aThreadThatEndsIsGoneAndANewOneIsThere() {
        watch.scope(Scope.WATCHED);
        tick();
        end(PID, 101);
        thread(PID, 104, "late", 1, 0, 0);
        now += SECOND;
        ThreadTable table = tick();
        assertEquals(
                List.of(100, 102, 104),
                table.all().stream().map(thread -> thread.id().tid()).toList());
    }

    /** A number that is given to another thread starts anew, with the name of that one. */
    @Test
    void aNumberUsedAgainIsAnotherThread() {
        watch.scope(Scope.WATCHED);
        tick();
        now += SECOND;
        end(PID, 101);
        tick();
        thread(PID, 101, "other", 1, 0, 0);
        now += SECOND;
        ThreadReadings other = of(tick(), 101);
        assertEquals("other", other.names().own());
        assertFalse(other.of(ThreadMetrics.SWITCHES_PER_S).present());
    }

    /** Between two looks at it: its counters fall, which is no rate. */
    @Test
    void aNumberUsedAgainUnseenHasNoNegativeRate() {
        watch.scope(Scope.WATCHED);
        tick();
        now += SECOND;
        thread(PID, 101, "other", 1, 0, 0);
        assertFalse(of(tick(), 101).of(ThreadMetrics.SWITCHES_PER_S).present());
    }

    @Test
    void thoseThatComeAndGoUnseenAreCounted() {
        watch.scope(Scope.WATCHED);
        Reading told = Reading.of(1000);
        watch.tick(List.of(watched(told)));
        now += SECOND;
        thread(PID, 104, "new", 1, 0, 0);
        ThreadTable.Owner owner = watch.tick(List.of(watched(told))).processes().getFirst();
        assertEquals(Reading.of(999), owner.shortLived());
        assertTrue(owner.exact());
    }

    @Test
    void whereNobodyTellsThoseThatWereSeenOnceAreTheLeast() {
        watch.scope(Scope.WATCHED);
        tick();
        now += SECOND;
        thread(PID, 104, "brief", 1, 0, 0);
        tick();
        now += SECOND;
        end(PID, 104);
        ThreadTable.Owner owner = tick().processes().getFirst();
        assertEquals(Reading.of(1), owner.shortLived());
        assertFalse(owner.exact());
    }

    @Test
    void theWholeMachineHasThoseOfEveryProcess() {
        thread(7, 7, "kworker/0:1", 1, 0, 0);
        watch.scope(Scope.MACHINE);
        assertEquals(4, watch.tick(List.of()).all().size());
        watch.scope(Scope.NOBODY);
        assertSame(ThreadTable.NONE, watch.tick(List.of()));
    }

    @Test
    void aQuotaThatHoldsTheProcessBackIsTold() {
        tree.with("proc/100/cgroup", "3:cpu,cpuacct:/box\n")
                .with("proc/self/mountinfo", "33 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n")
                .with("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "20000\n")
                .with("sys/fs/cgroup/cpu/box/cpu.cfs_period_us", "100000\n")
                .with("sys/fs/cgroup/cpu/box/cpu.stat", "nr_periods 5\nnr_throttled 1\nthrottled_time 100000000\n");
        watch.scope(Scope.WATCHED);
        assertEquals("", tick().processes().getFirst().remark());
        now += SECOND;
        tree.with("sys/fs/cgroup/cpu/box/cpu.stat", "nr_periods 15\nnr_throttled 9\nthrottled_time 830000000\n");
        assertEquals(
                "a CPU quota held it back, 73 % of a CPU",
                tick().processes().getFirst().remark());
        now += SECOND;
        assertEquals("", tick().processes().getFirst().remark());
    }

    /** Its number may come back as another's. */
    @Test
    void aQuotaIsForgottenWithItsProcess() {
        tree.with("proc/100/cgroup", "3:cpu,cpuacct:/box\n")
                .with("proc/self/mountinfo", "33 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n")
                .with("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "20000\n")
                .with("sys/fs/cgroup/cpu/box/cpu.cfs_period_us", "100000\n")
                .with("sys/fs/cgroup/cpu/box/cpu.stat", "nr_periods 5\nnr_throttled 1\nthrottled_time 100000000\n");
        watch.scope(Scope.WATCHED);
        tick();
        now += SECOND;
        watch.tick(List.of());
        tree.with("proc/100/cgroup", "3:cpu,cpuacct:/\n")
                .with("sys/fs/cgroup/cpu/box/cpu.stat", "nr_periods 15\nnr_throttled 9\nthrottled_time 830000000\n");
        now += SECOND;
        assertEquals("", tick().processes().getFirst().remark());
    }

    /** A command is watched as one process, and its children's threads are its own. */
    @Test
    void aCommandHasTheThreadsOfAllThatCameOfIt() {
        thread(200, 200, "child", 1, 0, 0);
        watch.scope(Scope.WATCHED);
        List<ProcessReadings> command = List.of(watched(Reading.of(7)));
        assertEquals(4, watch.tick(command, pid -> List.of(PID, 200)).all().size());
        now += SECOND;
        thread(200, 201, "brief", 1, 0, 0);
        ThreadTable table = watch.tick(command, pid -> List.of(PID, 200));
        assertEquals(5, table.all().size());
        ThreadTable.Owner owner = table.processes().getFirst();
        assertEquals(List.of(PID, 200), owner.processes());
        assertFalse(owner.exact(), "of a JVM in it nobody tells which part of its births were seen");
        now += SECOND;
        end(200, 201);
        owner = watch.tick(command, pid -> List.of(PID, 200)).processes().getFirst();
        assertEquals(Reading.of(1), owner.shortLived());
        // The command's own process has ended, what it started goes on.
        now += SECOND;
        table = watch.tick(command, pid -> List.of(200));
        assertEquals(
                List.of(200),
                table.all().stream().map(thread -> thread.id().tid()).toList());
        assertEquals(1, table.processes().size());
    }

    /** As with hidepid=2: there is a number, and nothing to be seen of it. */
    @Test
    void aHiddenProcessHasNoThreads() {
        watch.scope(Scope.WATCHED);
        ThreadTable table = watch.tick(List.of(new ProcessReadings(
                new ProcessReadings.Id(9999, 1),
                "",
                Optional.empty(),
                false,
                ProcessReadings.Source.UNKNOWN,
                ProcessReadings.all(Reading.WARMING_UP))));
        assertEquals(List.of(), table.all());
    }
}
