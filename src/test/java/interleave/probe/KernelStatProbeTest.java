package interleave.probe;

import static interleave.metric.HostMetrics.BLOCKED;
import static interleave.metric.HostMetrics.BUSY_PERCENT;
import static interleave.metric.HostMetrics.CPUSET_CPUS;
import static interleave.metric.HostMetrics.FORKS_PER_S;
import static interleave.metric.HostMetrics.INTERRUPTS_PER_S;
import static interleave.metric.HostMetrics.RUNNABLE;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;
import static interleave.metric.HostMetrics.USER_PERCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.RecentStatus;
import interleave.metric.Core;
import interleave.metric.Cores;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelStatProbeTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private Tree tree;
    private long now;
    private KernelStatProbe probe;
    private Optional<KernelStatProbe.Sample> last = Optional.empty();

    @BeforeEach
    void aMachine() {
        tree = new Tree(folder);
        probe = new KernelStatProbe(tree.proc(), tree.sys(), new RecentStatus(tree.proc(), () -> now), () -> now);
    }

    @Test
    void theFirstSampleHasLevelsAndNoRates() throws IOException {
        ProbeReadings part = after(0, Texts.TWO_CORES);
        assertEquals(Reading.of(2), part.values().get(RUNNABLE));
        assertEquals(Reading.of(1), part.values().get(BLOCKED));
        assertEquals(Reading.WARMING_UP, part.values().get(SWITCHES_PER_S));
        assertEquals(Reading.WARMING_UP, part.values().get(BUSY_PERCENT));
        assertEquals(List.of(Core.absent(0, Reading.WARMING_UP), Core.absent(1, Reading.WARMING_UP)), part.cores());
    }

    @Test
    void sharesAreOfTheKernelsTicks() throws IOException {
        after(0, Texts.TWO_CORES);
        ProbeReadings part = after(SECOND, Texts.TWO_CORES_LATER);
        assertEquals(core(0, 80, 60, 5, 5, 10, 5), part.cores().get(0));
        assertEquals(core(1, 0, 0, 0, 0, 0, 0), part.cores().get(1));
        assertEquals(Reading.of(40), part.values().get(BUSY_PERCENT));
        assertEquals(Reading.of(30), part.values().get(USER_PERCENT));
    }

    @Test
    void countersAreOverTheMeasuredTime() throws IOException {
        after(0, Texts.TWO_CORES);
        ProbeReadings part = after(2 * SECOND, Texts.TWO_CORES_LATER);
        assertEquals(Reading.of(1500), part.values().get(SWITCHES_PER_S));
        assertEquals(Reading.of(1000), part.values().get(INTERRUPTS_PER_S));
        assertEquals(Reading.of(5), part.values().get(FORKS_PER_S));
    }

    @Test
    void aCounterThatWentBackHasNoRate() throws IOException {
        after(0, Texts.TWO_CORES_LATER);
        ProbeReadings part = after(SECOND, Texts.TWO_CORES);
        assertInstanceOf(Reading.Absent.class, part.values().get(SWITCHES_PER_S));
    }

    @Test
    void noTimeBetweenTwoSamplesGivesNoRate() throws IOException {
        after(0, Texts.TWO_CORES);
        ProbeReadings part = after(0, Texts.TWO_CORES_LATER);
        assertInstanceOf(Reading.Absent.class, part.values().get(SWITCHES_PER_S));
    }

    @Test
    void noTicksBetweenTwoSamplesGiveNoLoad() throws IOException {
        after(0, Texts.TWO_CORES);
        ProbeReadings part = after(SECOND, Texts.TWO_CORES);
        assertInstanceOf(Reading.Absent.class, part.values().get(BUSY_PERCENT));
        assertInstanceOf(Reading.Absent.class, part.cores().get(0).busy());
    }

    @Test
    void iowaitThatWentBackCountsAsNone() throws IOException {
        after(0, "cpu0 100 0 100 1000 500 0 0 0 0 0\n");
        ProbeReadings part = after(SECOND, "cpu0 150 0 100 1050 400 0 0 0 0 0\n");
        assertEquals(core(0, 50, 50, 0, 0, 0, 0), part.cores().getFirst());
    }

    @Test
    void aCoreThatWentOfflineStaysInItsPlaceAndOutOfTheMean() throws IOException {
        after(0, Texts.cores(3, 0, 1000, 1000));
        ProbeReadings part = after(SECOND, Texts.cores(3, 2, 1050, 1050));
        assertEquals(List.of(0, 1, 2), part.cores().stream().map(Core::id).toList());
        assertEquals(
                "offline",
                assertInstanceOf(Reading.Absent.class, part.cores().get(2).busy())
                        .words());
        assertEquals(Reading.of(50), part.values().get(BUSY_PERCENT));
        ProbeReadings later = after(3 * SECOND, Texts.cores(3, 2, 1150, 1150));
        assertEquals(3, later.cores().size());
    }

    /** Those that are there from the start and off, too. */
    @Test
    void presentCoresAreListed() throws IOException {
        tree.with("sys/devices/system/cpu/present", "0-3\n").with("proc/self/status", "Cpus_allowed_list:\t0-3\n");
        ProbeReadings part = after(0, Texts.TWO_CORES);
        assertEquals("2 of 4 cores", Cores.words(part.cores()));
        assertFalse(part.cores().get(3).online());
        assertEquals(Reading.of(2), part.values().get(CPUSET_CPUS));
    }

    @Test
    void coresThatRunsCannotUseAreToldAndFollowAChange() throws IOException {
        tree.with("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t1\n");
        ProbeReadings part = after(0, Texts.TWO_CORES);
        assertEquals("1 of 2 cores", Cores.words(part.cores()));
        assertEquals(
                List.of(false, true), part.cores().stream().map(Core::usable).toList());
        assertEquals(Reading.of(1), part.values().get(CPUSET_CPUS));
        tree.with("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t0-1\n");
        assertEquals("2 cores", Cores.words(after(SECOND, Texts.TWO_CORES_LATER).cores()));
    }

    /** Off and on again within an interval its idle time began anew: it read 100 % busy. */
    @Test
    void aCoreWhoseCountersFellIsMissingForThatInterval() throws IOException {
        after(0, Texts.cores(2, 0, 1000, 9000));
        String fallen = Texts.cores(2, 0, 1050, 9050).replace("cpu1 1050 0 0 9050", "cpu1 1010 0 0 20");
        ProbeReadings part = after(SECOND, fallen);
        assertEquals(
                "its counters fell: it was off and on again",
                assertInstanceOf(Reading.Absent.class, part.cores().get(1).busy())
                        .words());
        assertEquals(Reading.of(50), part.cores().get(0).busy());
        assertEquals(Reading.of(50), part.values().get(BUSY_PERCENT));
        ProbeReadings later = after(2 * SECOND, fallen.replace("cpu1 1010 0 0 20", "cpu1 1035 0 0 95"));
        assertEquals(Reading.of(25), later.cores().get(1).busy());
    }

    @Test
    void aCoreThatCameOnlineIsWarmingUp() throws IOException {
        after(0, Texts.cores(3, 2, 1000, 1000));
        ProbeReadings part = after(SECOND, Texts.cores(3, 0, 1050, 1050));
        assertEquals(Reading.WARMING_UP, part.cores().get(2).busy());
        ProbeReadings later = after(2 * SECOND, Texts.cores(3, 0, 1150, 1050));
        assertEquals(Reading.of(100), later.cores().get(2).busy());
    }

    @Test
    void anOldKernelsStealIsMissingRatherThanNone() throws IOException {
        after(0, Texts.SEVEN_COLUMNS);
        ProbeReadings part = after(SECOND, Texts.SEVEN_COLUMNS.replace("1000 10", "1100 10"));
        assertEquals(Reading.of(100), part.cores().getFirst().busy());
        assertInstanceOf(Reading.Absent.class, part.cores().getFirst().steal());
    }

    @Test
    void shortIntervalsLookBackOverASecond() throws IOException {
        long quarter = SECOND / 4;
        for (int i = 0; i <= 3; i++) after(i * quarter, Texts.cores(1, 0, 1000, 1000 + i * 25));
        ProbeReadings part = after(4 * quarter, Texts.cores(1, 0, 1025, 1075));
        assertEquals(Reading.of(25), part.cores().getFirst().busy());
        ProbeReadings next = after(5 * quarter, Texts.cores(1, 0, 1050, 1075));
        assertEquals(Reading.of(50), next.cores().getFirst().busy());
    }

    @Test
    void everyShareIsAShareAndTheMeanOfTheCoresIsTheMachine() throws IOException {
        Random random = new Random(42);
        long[][] ticks = new long[64][8];
        after(0, text(ticks));
        for (int second = 1; second < 200; second++) {
            for (long[] row : ticks) spend(row, 100, random);
            ProbeReadings part = after(second * SECOND, text(ticks));
            double sum = 0;
            for (Core core : part.cores()) {
                for (Reading share : parts(core)) assertTrue(within(share), share.toString());
                sum += core.busy().orElse(Double.NaN);
            }
            assertEquals(sum / 64, part.values().get(BUSY_PERCENT).orElse(Double.NaN), 1e-9);
        }
    }

    @Test
    void givesExactlyWhatItPromises() throws IOException {
        assertEquals(
                Set.copyOf(probe.metrics()), after(0, Texts.TWO_CORES).values().keySet());
    }

    private ProbeReadings after(long nanos, String stat) throws IOException {
        long before = now;
        now = nanos;
        tree.with("proc/stat", stat);
        KernelStatProbe.Sample sample = probe.read();
        ProbeReadings part = probe.derive(last, sample, nanos - before);
        last = Optional.of(sample);
        return part;
    }

    private static Core core(int id, double... percents) {
        return new Core(
                id,
                Reading.of(percents[0]),
                Reading.of(percents[1]),
                Reading.of(percents[2]),
                Reading.of(percents[3]),
                Reading.of(percents[4]),
                Reading.of(percents[5]));
    }

    private static void spend(long[] row, int ticks, Random random) {
        for (int i = 0; i < ticks; i++) row[random.nextInt(row.length)]++;
    }

    private static String text(long[][] ticks) {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < ticks.length; id++) {
            text.append("cpu").append(id);
            for (long column : ticks[id]) text.append(' ').append(column);
            text.append(" 0 0\n");
        }
        return text.toString();
    }

    private static List<Reading> parts(Core core) {
        return List.of(core.busy(), core.user(), core.system(), core.irq(), core.steal(), core.iowait());
    }

    private static boolean within(Reading share) {
        return share instanceof Reading.Value(double value) && value >= 0 && value <= 100;
    }
}
