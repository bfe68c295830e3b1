package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.kernel.CpuTicks;
import interleave.kernel.OtherProcesses;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoiseMeterTest {
    private static final long SECOND = 1_000_000_000;

    private static NoiseMeter.Look look(long seconds, long othersSeconds, long busyTicks) {
        return look(seconds, othersSeconds, busyTicks, 0);
    }

    private static NoiseMeter.Look look(long seconds, long othersSeconds, long busyTicks, long throttledSeconds) {
        var init = new OtherProcesses.Use(1, 0, 0, othersSeconds * SECOND);
        return new NoiseMeter.Look(
                seconds * SECOND,
                new OtherProcesses.Sample(Map.of("1 1", init)),
                new CpuTicks(busyTicks, 0, 0, 0, 0, 1000 * seconds),
                2,
                throttledSeconds * SECOND,
                1);
    }

    /** The kernel adds up the time over CPUs: two that are held back for a second are two seconds. */
    @Test
    void nobodyIsHeldBackForMoreThanAllOfTheTime() {
        Noise noise = NoiseMeter.between(look(0, 0, 0), look(4, 0, 400, 7), 0);
        assertEquals(1, noise.throttled());
        assertEquals(Optional.of("a CPU quota held it back for 100 % of the time"), noise.spoils());
    }

    /** An orphan of an hour that ends is added to init's children as a whole. */
    @Test
    void othersTookNoMoreThanTheMachineWasBusy() {
        assertEquals(
                0.5, NoiseMeter.between(look(0, 0, 0), look(4, 3600, 200), 0).others());
    }

    @Test
    void othersAreToldInCores() {
        assertEquals(0.25, NoiseMeter.between(look(0, 0, 0), look(4, 1, 700), 0).others());
    }
}
