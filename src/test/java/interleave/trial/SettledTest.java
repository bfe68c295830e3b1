package interleave.trial;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Frames;
import org.junit.jupiter.api.Test;

class SettledTest {
    private final Settled settled = new Settled();
    private long tasks;
    private long cpu;
    private long millis;

    private void frames(int number, int each, int cpuMicros) {
        for (int i = 0; i < number; i++) {
            tasks += each;
            cpu += (long) each * cpuMicros;
            millis += 250;
            settled.frame(Frames.at(millis, tasks, cpu, 0, 0));
        }
    }

    @Test
    void aSteadyRunHasAfterSevenFrames() {
        frames(6, 100, 20);
        assertFalse(settled.is());
        frames(1, 100, 20);
        assertTrue(settled.is());
    }

    @Test
    void oneThatGetsFasterHasNot() {
        frames(4, 100, 20);
        frames(3, 110, 20);
        assertFalse(settled.is());
        frames(4, 110, 20);
        assertTrue(settled.is());
    }

    @Test
    void oneThatOnlyGetsCheaperHasNot() {
        frames(4, 100, 30);
        frames(3, 100, 20);
        assertFalse(settled.is());
        frames(4, 100, 20);
        assertTrue(settled.is());
    }

    @Test
    void oneWhoseTasksTakeLongHasNot() {
        frames(9, 0, 20);
        assertFalse(settled.is());
    }
}
