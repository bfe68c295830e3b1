package interleave.trial;

import interleave.run.Frame;
import interleave.run.SampleField;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * The test whether a run has warmed up: in the newest half second the JVM's compilers took at most some share of the
 * run's CPU time, its tasks per second were within a tenth of what they were in the half second before, and its CPU
 * time per task, without the compilers', within a fifth. A closed load whose tasks wait has its throughput at once, and
 * the JVM compiles for seconds; half a second alone differs from the next by a tenth at times, though nothing changes.
 * Used by one thread.
 */
final class Settled {
    /** Of a quarter of a second each: in one, tasks come and go too unevenly. */
    private static final int FRAMES = 2;

    private static final double NEAR = 0.1;
    private static final double NEAR_CPU = 0.2;

    /** Of the CPU time, where the compilers' is in what is measured. */
    static final double QUIET = 0.1;

    /** Where it is left out: by then they are done with the code that matters, and go on for seconds with the rest. */
    static final double NEARLY_QUIET = 0.3;

    private record Seen(Frame frame, long compilerNanos) {}

    private final Deque<Seen> seen = new ArrayDeque<>();
    private final double quiet;

    /** @param quiet the share of the CPU time that compilers may take */
    Settled(double quiet) {
        this.quiet = quiet;
    }

    /** @param compilerNanos the CPU time of its JVM's compilers by now; empty where that is not known */
    void frame(Frame frame, OptionalLong compilerNanos) {
        seen.addLast(new Seen(frame, compilerNanos.orElse(0)));
        if (seen.size() > 2 * FRAMES + 1) seen.removeFirst();
    }

    boolean is() {
        if (seen.size() <= 2 * FRAMES) return false;
        Seen[] all = seen.toArray(Seen[]::new);
        Frame first = all[0].frame;
        Frame middle = all[FRAMES].frame;
        Frame last = all[2 * FRAMES].frame;
        return near(NEAR, perSecond(first, middle), perSecond(middle, last))
                && near(NEAR_CPU, cpuPerTask(all[0], all[FRAMES]), cpuPerTask(all[FRAMES], all[2 * FRAMES]))
                && compiling(all[FRAMES], all[2 * FRAMES]) < quiet;
    }

    /** The compilers' share of the CPU time. */
    private static double compiling(Seen from, Seen to) {
        double cpuNanos = 1000.0 * (to.frame.cpuMicros() - from.frame.cpuMicros());
        return cpuNanos <= 0 ? 0 : (to.compilerNanos - from.compilerNanos) / cpuNanos;
    }

    private static boolean near(double share, double before, double now) {
        return Double.isFinite(before) && Double.isFinite(now) && Math.abs(now - before) <= share * before;
    }

    private static double perSecond(Frame from, Frame to) {
        return tasks(from, to) / (to.runningNanos() - from.runningNanos());
    }

    /** Without the compilers. */
    private static double cpuPerTask(Seen from, Seen to) {
        double cpuMicros = to.frame.cpuMicros() - from.frame.cpuMicros();
        return (cpuMicros - (to.compilerNanos - from.compilerNanos) / 1e3) / tasks(from.frame, to.frame);
    }

    private static double tasks(Frame from, Frame to) {
        return to.of(SampleField.COMPLETED) - from.of(SampleField.COMPLETED);
    }
}
