package interleave.trial;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Frames;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SettledTest {
    private final Settled settled = new Settled(Settled.QUIET);
    private long tasks;
    private long cpu;
    private long millis;
    private long compiling;

    private void frames(int number, int each, int cpuMicros) {
        for (int i = 0; i < number; i++) {
            tasks += each;
            cpu += (long) each * cpuMicros;
            millis += 250;
            settled.frame(Frames.at(millis, tasks, cpu, 0, 0), OptionalLong.of(compiling));
        }
    }

    @Test
    void aSteadyRunHasAfterFiveFrames() {
        frames(4, 100, 20);
        assertFalse(settled.is());
        frames(1, 100, 22);
        assertTrue(settled.is());
    }

    @Test
    void oneThatGetsFasterHasNot() {
        frames(3, 100, 20);
        frames(2, 115, 20);
        assertFalse(settled.is());
        frames(2, 115, 20);
        assertTrue(settled.is());
    }

    @Test
    void oneThatOnlyGetsCheaperHasNot() {
        frames(3, 100, 30);
        frames(2, 100, 20);
        assertFalse(settled.is());
        frames(2, 100, 20);
        assertTrue(settled.is());
    }

    @Test
    void oneWhoseCompilerIsAtWorkHasNot() {
        frames(4, 100, 20);
        compiling = 1_000_000;
        cpu += 1000;
        frames(1, 100, 20);
        assertFalse(settled.is(), "1 ms of 4");
        frames(1, 100, 20);
        assertFalse(settled.is(), "in the newest half second yet");
        frames(1, 100, 20);
        assertTrue(settled.is());
    }

    @Test
    void whatTheCompilersTakeIsNoCostOfATask() {
        Settled lenient = new Settled(Settled.NEARLY_QUIET);
        for (int i = 1; i <= 5; i++) {
            // 20 us a task, and 6 ms of compilers in the first half second.
            long compilers = Math.min(i - 1, 2) * 3000L;
            lenient.frame(Frames.at(250 * i, 400 * i, 8000 * i + compilers, 0, 0), OptionalLong.of(1000 * compilers));
        }
        assertTrue(lenient.is());
    }

    @Test
    void oneWhoseTasksTakeLongHasNot() {
        frames(9, 0, 20);
        assertFalse(settled.is());
    }
}
