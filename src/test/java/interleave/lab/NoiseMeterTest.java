package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import interleave.kernel.CpuTicks;
import interleave.kernel.OtherProcesses;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseMeterTest {
    private static final long SECOND = 1_000_000_000;

    private static NoiseMeter.Look look(long seconds, long othersSeconds, long busyTicks) {
        return look(seconds, othersSeconds, busyTicks, 0);
    }

    private static NoiseMeter.Look look(long seconds, long othersSeconds, long busyTicks, long throttledSeconds) {
        return look(seconds, othersSeconds, busyTicks, throttledSeconds, true);
    }

    private static NoiseMeter.Look look(
            long seconds, long othersSeconds, long busyTicks, long throttledSeconds, boolean all) {
        var init = new OtherProcesses.Use(1, 0, 0, othersSeconds * SECOND);
        return new NoiseMeter.Look(
                seconds * SECOND,
                new OtherProcesses.Sample(Map.of("1 1", init), all),
                new CpuTicks(busyTicks, 0, 0, 0, 0, 1000 * seconds),
                Reading.of(0),
                2,
                Reading.of(throttledSeconds * SECOND),
                1);
    }

    /** The kernel adds up the time over CPUs: two that are held back for a second are two seconds. */
    @Test
    void nobodyIsHeldBackForMoreThanAllOfTheTime() {
        Noise noise = NoiseMeter.between(look(0, 0, 0), look(4, 0, 400, 7), 0);
        assertEquals(Reading.of(1.75), noise.throttled());
        assertEquals(Optional.of("a CPU quota held it back for 100 % of the time"), noise.spoils());
    }

    /** An orphan of an hour that ends is added to init's children as a whole. */
    @Test
    void othersTookNoMoreThanTheMachineWasBusy() {
        assertEquals(
                Reading.of(0.5),
                NoiseMeter.between(look(0, 0, 0), look(4, 3600, 200), 0).others());
    }

    @Test
    void othersAreToldInCores() {
        assertEquals(
                Reading.of(0.25),
                NoiseMeter.between(look(0, 0, 0), look(4, 1, 700), 0).others());
    }

    private static Noise seen(Path proc, Path sys) {
        NoiseMeter meter = new NoiseMeter(proc, sys, () -> 0);
        return NoiseMeter.between(meter.look(), meter.look(), 0);
    }

    @Test
    void whatTheKernelDoesNotTellIsNotNone(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("self"));
        Files.writeString(root.resolve("self/status"), "NSpid:\t7\n");
        Noise noise = seen(root, root);
        assertEquals(Reading.absent(Reading.Why.UNSUPPORTED, root + "/stat: it does not exist"), noise.steal());
        assertInstanceOf(Reading.Absent.class, noise.throttled());
        assertInstanceOf(Reading.Absent.class, noise.others());
        Files.writeString(root.resolve("stat"), "cpu  1 1 1 1 1 1 1\ncpu0 1 1 1 1 1 1 1\n");
        assertEquals(
                Reading.absent(Reading.Why.UNSUPPORTED, "this kernel does not tell"),
                seen(root, root).steal());
    }

    @Test
    void ofProcessesThatAreHiddenInPartOnlyTooMuchIsTold() {
        NoiseMeter.Look before = look(0, 0, 0, 0, false);
        assertEquals(
                Reading.absent(Reading.Why.UNSUPPORTED, "/proc shows this user not all processes (hidepid)"),
                NoiseMeter.between(before, look(40, 1, 7000, 0, false), 0).others());
        assertEquals(
                Optional.of("other processes took 25 % of a core"),
                NoiseMeter.between(before, look(4, 1, 700, 0, false), 0).spoils());
    }
}
