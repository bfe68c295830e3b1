package interleave.lab;

import interleave.kernel.ThreadCpuTime;
import interleave.lab.stats.Medians;
import java.util.ArrayList;
import java.util.List;

/**
 * The speed of a CPU at the moment: how much arithmetic, of which each step needs the one before, it does in a
 * microsecond of CPU time. It falls with the clock, whoever slowed that: heat, a power limit, a host. Virtual machines
 * have no {@code cpufreq}, and elsewhere that tells what was asked for. A look takes a millisecond. One thread.
 */
final class ClockSpeed {
    private static final int STEPS = 50_000;

    /** The best of so many: an interrupt slows down one. */
    private static final int TRIES = 5;

    /** Until the code is compiled. */
    private static final int WARM_UP = 200;

    private final ThreadCpuTime clock = new ThreadCpuTime();
    private final List<Double> seen = new ArrayList<>();
    private long state = 88172645463325252L;

    ClockSpeed() {
        for (int i = 0; i < WARM_UP; i++) steps();
    }

    /** Over the middle of all looks so far: 1 is as usual. */
    double now() {
        double best = 0;
        for (int i = 0; i < TRIES; i++) best = Math.max(best, STEPS / Math.max(1.0, steps()));
        seen.add(best);
        double[] all = seen.stream().mapToDouble(Double::doubleValue).toArray();
        return best / Medians.median(all);
    }

    /** The CPU time that they took, in nanoseconds. */
    private long steps() {
        long began = clock.nanos();
        long x = state;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        state = x;
        return clock.nanos() - began;
    }
}
