package interleave.probe;

import static interleave.metric.HostMetrics.LOAD_1M;
import static interleave.metric.HostMetrics.MEMORY_TOTAL_BYTES;
import static interleave.metric.HostMetrics.MEMORY_USED_BYTES;
import static interleave.metric.HostMetrics.UPTIME_S;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.CpuTicks;
import interleave.kernel.RecentStatus;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;

/**
 * Two readers of the same kernel numbers held against each other: OSHI, and our own. A counter that grows is read by
 * us, by OSHI, and by us again: OSHI's must lie between.
 */
@EnabledOnOs(OS.LINUX)
class RealMachineTest {
    private static final Path PROC = Path.of("/proc");
    private static final Path SYS = Path.of("/sys");

    private final KernelStatProbe ours =
            new KernelStatProbe(PROC, SYS, new RecentStatus(PROC, Ticker.SYSTEM), Ticker.SYSTEM);

    @Test
    void oshiCountsSwitchesAndInterruptsAsWeDo() throws IOException {
        CentralProcessor oshi = OshiSource.linuxProcessor();
        between("ctxt", oshi::getContextSwitches);
        between("intr", oshi::getInterrupts);
    }

    private void between(String counter, LongSupplier oshi) throws IOException {
        long before = ours.read().now().counter(counter).orElseThrow();
        long theirs = oshi.getAsLong();
        long after = ours.read().now().counter(counter).orElseThrow();
        assertTrue(before <= theirs && theirs <= after, counter + ": " + before + " " + theirs + " " + after);
    }

    /** OSHI has milliseconds, the kernel ticks of 10 ms; idle and iowait may go back a little, so busy is compared. */
    @Test
    void oshiCountsTheTicksOfEachCoreAsWeDo() throws IOException {
        CentralProcessor oshi = OshiSource.linuxProcessor();
        List<CpuTicks> before = List.copyOf(ours.read().now().cpus().values());
        long[][] theirs = oshi.getProcessorCpuLoadTicks();
        List<CpuTicks> after = List.copyOf(ours.read().now().cpus().values());
        for (int row = 0; row < before.size(); row++) {
            long busy = 0;
            for (CentralProcessor.TickType type : CentralProcessor.TickType.values()) {
                if (type == CentralProcessor.TickType.IDLE || type == CentralProcessor.TickType.IOWAIT) continue;
                busy += theirs[row][type.getIndex()];
            }
            assertTrue(before.get(row).busy() * 10 <= busy, "row " + row);
            assertTrue(busy <= after.get(row).busy() * 10, "row " + row);
        }
    }

    /** Other processes start and end threads meanwhile: a tenth and 50 is allowed for. */
    @Test
    void oshiCountsThreadsAsWeDo() throws IOException {
        long before = new LoadProbe(PROC).read().threads();
        long theirs = new oshi.nativefree.SystemInfo().getOperatingSystem().getThreadCount();
        long after = new LoadProbe(PROC).read().threads();
        double most = Math.max(before, after) * 1.1 + 50;
        assertTrue(theirs >= Math.min(before, after) * 0.9 - 50 && theirs <= most, before + " " + theirs + " " + after);
    }

    /** The memory that is available moves while it is read: 256 MiB are allowed for. */
    @Test
    void memoryIsOshisTotalLessItsAvailable() {
        GlobalMemory oshi = new oshi.nativefree.SystemInfo().getHardware().getMemory();
        long before = oshi.getTotal() - oshi.getAvailable();
        Readings readings = sampled();
        assertEquals(Reading.of(oshi.getTotal()), readings.of(MEMORY_TOTAL_BYTES));
        double used = readings.of(MEMORY_USED_BYTES).orElse(Double.NaN);
        GlobalMemory later = new oshi.nativefree.SystemInfo().getHardware().getMemory();
        long after = later.getTotal() - later.getAvailable();
        long moves = 256 << 20;
        assertTrue(
                used >= Math.min(before, after) - moves && used <= Math.max(before, after) + moves,
                before + " " + used + " " + after);
    }

    /** The kernel works the load out anew every 5 seconds: one of three reads may be of another time. */
    @Test
    void loadAndUptimeAreOshis() {
        CentralProcessor oshi = OshiSource.linuxProcessor();
        long upBefore = oshisUptime();
        double before = oshi.getSystemLoadAverage(1)[0];
        Readings readings = sampled();
        double after = oshi.getSystemLoadAverage(1)[0];
        long upAfter = oshisUptime();
        double load = readings.of(LOAD_1M).orElse(Double.NaN);
        assertTrue(load == before || load == after, before + " " + load + " " + after);
        double up = readings.of(UPTIME_S).orElse(Double.NaN);
        assertTrue(up >= upBefore - 1 && up <= upAfter + 1, upBefore + " " + up + " " + upAfter);
    }

    /** In whole seconds, the fraction cut off. */
    private static long oshisUptime() {
        return new oshi.nativefree.SystemInfo().getOperatingSystem().getSystemUptime();
    }

    @Test
    void coresAreCountedAsByOshisWholeSelf() {
        CentralProcessor whole = new SystemInfo().getHardware().getProcessor();
        HostIdentity host = sampled().host();
        assertEquals(whole.getLogicalProcessorCount(), host.logicalCores().orElseThrow());
        assertEquals(whole.getPhysicalProcessorCount(), host.physicalCores().orElseThrow());
        assertTrue(host.hostName().isPresent());
        assertTrue(host.kernel().isPresent());
    }

    @Test
    void everyProbeOfTheCatalogueGivesWhatItPromisesOrSaysWhyNot() {
        Readings readings = sampled();
        Set<Metric> promised = new HashSet<>();
        for (Probe<?> probe : Probes.linux(PROC, SYS, Ticker.SYSTEM)) promised.addAll(probe.metrics());
        for (Metric metric : promised) assertTrue(readings.values().containsKey(metric), metric.name());
    }

    private static Readings sampled() {
        Sampling sampling = new Sampling(Probes.linux(PROC, SYS, Ticker.SYSTEM), Ticker.SYSTEM);
        sampling.startSlow();
        return sampling.tick();
    }
}
