package interleave.lab;

import interleave.kernel.ThreadAffinity;
import interleave.kernel.ThreadCpuTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The speed of the CPUs that a run has, while it runs: forty times a second a thread on the same CPUs does a fixed
 * piece of arithmetic that keeps all units of a core busy, and looks how much CPU time that took. Where the other half
 * of a core (SMT) works for somebody else, as another guest of the host, all CPU times grow by a fifth to two thirds,
 * and no counter of this machine shows it: {@code steal} is of time in which a CPU was taken away, not of a slower one.
 * A look takes some 30 us, a thousandth of the CPU in all. Opened, asked and closed by one thread.
 */
final class SpeedProbe implements AutoCloseable {
    private static final int ROUNDS = 12_000;
    private static final long BETWEEN_MILLIS = 25;

    /** Until the code is compiled. */
    private static final int WARM_UP = 400;

    private final List<Integer> cpus;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Queue<Double> seen = new ConcurrentLinkedQueue<>();

    /** Of the looking thread. That it is kept, keeps the work from being left out. */
    private long state = 1;

    SpeedProbe(List<Integer> cpus) {
        this.cpus = List.copyOf(cpus);
    }

    /** @param cpus of the run; empty: whichever */
    static SpeedProbe on(List<Integer> cpus) {
        SpeedProbe probe = new SpeedProbe(cpus);
        Thread.ofPlatform().name("speed").daemon().start(probe::look);
        return probe;
    }

    /** Looks until it is closed, in the calling thread, which it sits on the run's CPUs; at once over if it may not. */
    void look() {
        // Elsewhere a look would tell nothing of the run.
        if (!cpus.isEmpty() && !ThreadAffinity.set(cpus)) return;
        ThreadCpuTime clock = new ThreadCpuTime();
        for (int i = 0; i < WARM_UP; i++) speed(clock);
        try {
            while (!end.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) seen.add(speed(clock));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** At the moment, on whichever CPU this is. */
    double speed(ThreadCpuTime clock) {
        long began = clock.nanos();
        state = work(state);
        return (double) ROUNDS / Math.max(1, clock.nanos() - began);
    }

    /** Each look since the last call, in a unit of its own. */
    List<Double> take() {
        List<Double> looks = new ArrayList<>();
        for (Double look = seen.poll(); look != null; look = seen.poll()) looks.add(look);
        return looks;
    }

    /** Six chains of Marsaglia's xorshift that do not wait for each other. */
    private static long work(long seed) {
        long a = seed | 1;
        long b = a + 2;
        long c = a + 4;
        long d = a + 6;
        long e = a + 8;
        long f = a + 10;
        for (int i = 0; i < ROUNDS; i++) {
            a ^= a << 13;
            b ^= b << 13;
            c ^= c << 13;
            d ^= d << 13;
            e ^= e << 13;
            f ^= f << 13;
            a ^= a >>> 7;
            b ^= b >>> 7;
            c ^= c >>> 7;
            d ^= d >>> 7;
            e ^= e >>> 7;
            f ^= f >>> 7;
            a ^= a << 17;
            b ^= b << 17;
            c ^= c << 17;
            d ^= d << 17;
            e ^= e << 17;
            f ^= f << 17;
        }
        return a + b + c + d + e + f;
    }

    @Override
    public void close() {
        end.countDown();
    }
}
