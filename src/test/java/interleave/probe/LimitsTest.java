package interleave.probe;

import static interleave.metric.HostMetrics.CGROUP_CPUS;
import static interleave.metric.HostMetrics.PIDS_CURRENT;
import static interleave.metric.HostMetrics.PIDS_LIMIT;
import static interleave.metric.HostMetrics.THROTTLED_PERCENT;
import static interleave.metric.HostMetrics.THROTTLED_TIME_PERCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.Cgroup;
import interleave.kernel.CpuQuota;
import interleave.kernel.Unreadable;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits by cgroups of version 1 and 2, and in a container that hides what is above it. */
class LimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String V2_MOUNT = "30 20 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw\n";
    private static final String V1_MOUNTS = """
        20 1 0:5 / /sys rw - sysfs sysfs rw
        31 30 0:27 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
        32 30 0:28 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids
        33 30 0:29 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
        """;

    @TempDir
    Path folder;

    private Tree tree;
    private QuotaProbe quota;
    private PidsProbe pids;
    private long now;

    @BeforeEach
    void aMachine() {
        tree = new Tree(folder);
        quota = new QuotaProbe(tree.proc(), tree.sys(), () -> now);
        pids = new PidsProbe(tree.proc(), tree.sys(), () -> now);
    }

    @Test
    void versionTwoTakesTheTightestQuotaOnTheWayUp() throws IOException {
        two("/team/job").with("sys/fs/cgroup/team/job/cpu.max", "max 100000\n");
        tree.with("sys/fs/cgroup/team/cpu.max", "150000 100000\n");
        tree.with("sys/fs/cgroup/team/cpu.stat", stat2(10, 0, 0));
        Optional<CpuQuota.Sample> before = quota.read();
        tree.with("sys/fs/cgroup/team/cpu.stat", stat2(20, 4, 500_000));
        ProbeReadings part = quota.derive(Optional.of(before), quota.read(), SECOND);
        assertEquals(Reading.of(1.5), part.values().get(CGROUP_CPUS));
        assertEquals(Reading.of(40), part.values().get(THROTTLED_PERCENT));
        assertEquals(Reading.of(50), part.values().get(THROTTLED_TIME_PERCENT));
    }

    /** The place as the kernel writes it, and the folder that it is below a root. */
    @ParameterizedTest
    @CsvSource({
        "/, /team/a..b, team/a..b",
        "/, /a team/(job), a team/(job)",
        "/pod, /pod/job, job",
        "/a\\040pod, /a pod/job, job",
        "/pod, /podium/job, ''",
        "/, /../other, ''"
    })
    void oddNamesOfCgroupsAreNames(String root, String place, String below) {
        Path mount = Path.of("/mnt/c group");
        Cgroup found = Cgroup.find(
                        "cpu",
                        List.of("0::" + place),
                        List.of("30 20 0:26 " + root + " /mnt/c\\040group rw - cgroup2 cgroup2 rw"),
                        Path.of("/sys"))
                .orElseThrow();
        assertEquals(mount.resolve(below), found.folders().getFirst());
        assertEquals(mount, found.folders().getLast());
    }

    @Test
    void versionOneKeepsQuotaAndPeriodApart() throws IOException {
        one("/job").with("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "50000\n");
        tree.with("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n");
        tree.with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
        tree.with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
        tree.with("sys/fs/cgroup/cpu,cpuacct/job/cpu.stat", "nr_periods 5\nnr_throttled 1\nthrottled_time 1000\n");
        Optional<CpuQuota.Sample> before = quota.read();
        tree.with(
                "sys/fs/cgroup/cpu,cpuacct/job/cpu.stat", "nr_periods 15\nnr_throttled 2\nthrottled_time 250001000\n");
        ProbeReadings part = quota.derive(Optional.of(before), quota.read(), SECOND);
        assertEquals(Reading.of(0.5), part.values().get(CGROUP_CPUS));
        assertEquals(Reading.of(10), part.values().get(THROTTLED_PERCENT));
        assertEquals(Reading.of(25), part.values().get(THROTTLED_TIME_PERCENT));
    }

    @Test
    void aNewQuotaWarmsUpAndAnIdlePeriodIsNotThrottled() throws IOException {
        two("/job").with("sys/fs/cgroup/job/cpu.max", "20000 100000\n");
        tree.with("sys/fs/cgroup/job/cpu.stat", stat2(10, 3, 7));
        Optional<CpuQuota.Sample> sample = quota.read();
        assertEquals(
                Reading.WARMING_UP,
                quota.derive(Optional.empty(), sample, 0).values().get(THROTTLED_PERCENT));
        assertEquals(
                Reading.of(0),
                quota.derive(Optional.of(sample), quota.read(), SECOND).values().get(THROTTLED_PERCENT));
    }

    /** Nobody reads files in each tick for what few machines have; what is there is read each time. */
    @Test
    void aQuotaThatIsSetLaterIsSeenWithinFiveSeconds() throws IOException {
        two("/job").with("sys/fs/cgroup/job/cpu.max", "max 100000\n");
        tree.with("sys/fs/cgroup/job/cpu.stat", stat2(0, 0, 0));
        assertEquals(Optional.empty(), quota.read());
        tree.with("sys/fs/cgroup/job/cpu.max", "20000 100000\n");
        now += SeldomThere.PATIENCE_NANOS - 1;
        assertEquals(Optional.empty(), quota.read());
        now += 1;
        assertEquals(0.2, quota.read().orElseThrow().cpus());
        tree.with("sys/fs/cgroup/job/cpu.max", "30000 100000\n");
        assertEquals(0.3, quota.read().orElseThrow().cpus());
        tree.with("sys/fs/cgroup/job/cpu.max", "max 100000\n");
        assertEquals(Optional.empty(), quota.read());
    }

    @Test
    void noQuotaIsSaidInWords() throws IOException {
        two("/");
        Reading cpus = quota.derive(Optional.empty(), quota.read(), 0).values().get(CGROUP_CPUS);
        assertEquals(
                "no CPU quota is set",
                assertInstanceOf(Reading.Absent.class, cpus).words());
    }

    @Test
    void theTightestLimitOfThreadsCounts() throws IOException {
        one("/").with("proc/self/cgroup", "8:pids:/a/b\n");
        tree.with("sys/fs/cgroup/pids/a/b/pids.max", "max\n").with("sys/fs/cgroup/pids/a/b/pids.current", "7\n");
        tree.with("sys/fs/cgroup/pids/a/pids.max", "512\n").with("sys/fs/cgroup/pids/a/pids.current", "90\n");
        ProbeReadings part = pids.derive(Optional.empty(), pids.read(), 0);
        assertEquals(Reading.of(512), part.values().get(PIDS_LIMIT));
        assertEquals(Reading.of(90), part.values().get(PIDS_CURRENT));
    }

    @Test
    void aContainersMountIsItsOwnCgroup() {
        List<String> mounts = List.of("30 20 0:26 /docker/ab12 /sys/fs/cgroup ro - cgroup2 cgroup rw");
        Path sys = tree.sys();
        Path mount = sys.resolve("fs/cgroup");
        assertEquals(
                Optional.of(new Cgroup(2, List.of(mount.resolve("job"), mount))),
                Cgroup.find("cpu", List.of("0::/docker/ab12/job"), mounts, sys));
        assertEquals(Optional.of(new Cgroup(2, List.of(mount))), Cgroup.find("cpu", List.of("0::/../.."), mounts, sys));
    }

    /** A level above with a larger limit and less room: that one is met first. */
    @Test
    void theLimitWithTheLeastRoomCounts() throws IOException {
        one("/").with("proc/self/cgroup", "8:pids:/a/b\n");
        tree.with("sys/fs/cgroup/pids/a/b/pids.max", "100\n").with("sys/fs/cgroup/pids/a/b/pids.current", "7\n");
        tree.with("sys/fs/cgroup/pids/a/pids.max", "512\n").with("sys/fs/cgroup/pids/a/pids.current", "500\n");
        ProbeReadings part = pids.derive(Optional.empty(), pids.read(), 0);
        assertEquals(Reading.of(512), part.values().get(PIDS_LIMIT));
        assertEquals(Reading.of(500), part.values().get(PIDS_CURRENT));
    }

    /** The name of a mount point is bytes: here a letter of Latin-1. */
    @Test
    void aMountPointThatIsNoTextHidesNothing() throws IOException {
        two("/job").with("sys/fs/cgroup/job/cpu.max", "20000 100000\n");
        tree.with("sys/fs/cgroup/job/cpu.stat", stat2(10, 3, 7)).with("sys/fs/cgroup/job/pids.max", "900\n");
        tree.with("sys/fs/cgroup/job/pids.current", "9\n");
        byte[] odd =
                ("31 20 0:9 / /mnt/caf\u00e9 rw - tmpfs tmpfs rw\n" + V2_MOUNT).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(tree.proc().resolve("self/mountinfo"), odd);
        assertEquals(0.2, quota.read().orElseThrow().cpus());
        assertEquals(900, pids.read().orElseThrow().limit());
    }

    @Test
    void withoutCgroupsTheMachineDoesNotHaveIt() {
        tree.with("proc/self/cgroup", "").with("proc/self/mountinfo", "20 1 0:5 / /sys rw - sysfs sysfs rw\n");
        assertTrue(assertThrows(Unreadable.class, quota::read).missing());
        assertTrue(assertThrows(Unreadable.class, pids::read).missing());
    }

    private Tree two(String place) {
        return tree.with("proc/self/cgroup", "0::" + place + "\n").with("proc/self/mountinfo", V2_MOUNT);
    }

    private Tree one(String place) {
        return tree.with("proc/self/cgroup", "4:memory:/\n3:cpu,cpuacct:" + place + "\n0::/\n")
                .with("proc/self/mountinfo", V1_MOUNTS);
    }

    private static String stat2(long periods, long throttled, long micros) {
        return "usage_usec 5\nuser_usec 3\nsystem_usec 2\nnr_periods " + periods + "\nnr_throttled " + throttled
                + "\nthrottled_usec " + micros + "\nnr_bursts 0\n";
    }
}
