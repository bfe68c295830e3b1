package interleave.task;

import interleave.kernel.ThreadCpuTime;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time that a step of {@link Xorshift} takes a thread on a CPU, however many others want that CPU too.
 *
 * @param lookNanos what a look at the thread's clock itself takes
 */
record Calibration(double nanosPerStep, long lookNanos) {
    private static final int STEPS = 20_000;

    /** The JVM has compiled it by then, or something else keeps it from compiling. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** So many rounds, of some 40 us each, with none that is faster than those before. */
    private static final int SETTLED = 200;

    private static final int LOOKS = 500;
    private static final double FASTER = 0.97;

    /** @param clock nanoseconds that pass */
    static Calibration now(LongSupplier clock) {
        ThreadCpuTime meter = new ThreadCpuTime();
        long right = Xorshift.foretold(STEPS);
        long end = clock.getAsLong() + LONGEST_NANOS;
        long best = Long.MAX_VALUE;
        for (int since = 0; since < SETTLED && clock.getAsLong() < end; since++) {
            long began = meter.nanos();
            long result = Xorshift.computed(STEPS);
            long took = meter.nanos() - began;
            if (result != right) throw new IllegalStateException("this machine computes wrongly: " + result);
            if (took < best * FASTER) since = 0;
            best = Math.min(best, took);
        }
        long look = look(meter);
        return new Calibration((double) (best - look) / STEPS, look);
    }

    private static long look(ThreadCpuTime meter) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            long began = meter.nanos();
            best = Math.min(best, meter.nanos() - began);
        }
        return best;
    }
}
