package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.ThreadCpuTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SpeedProbeTest {
    @Test
    void itMeasuresWorkThatIsDone() {
        SpeedProbe probe = new SpeedProbe(List.of());
        double rounds = probe.speed(new ThreadCpuTime());
        // A round is 36 operations: at most three of them in a cycle of a 100 GHz clock, and not one in a millisecond.
        assertTrue(rounds > 1e-6 && rounds < 8, rounds + " rounds in a nanosecond");
    }

    /** A CPU that no machine has: the kernel refuses it as it does those outside of a cpuset. */
    @Test
    @Timeout(10)
    void whereItMayNotSitOnTheRunsCpusItTellsNothing() {
        SpeedProbe probe = new SpeedProbe(List.of(8191));
        probe.look();
        assertEquals(List.of(), probe.take());
    }

    @Test
    void whoHasSeenNothingTellsNothing() {
        assertEquals(List.of(), new SpeedProbe(List.of()).take());
    }
}
