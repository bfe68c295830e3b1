package interleave.lab;

import interleave.kernel.CpuQuota;
import interleave.kernel.CpuTicks;
import interleave.kernel.KernelStat;
import interleave.kernel.OtherProcesses;
import interleave.kernel.PidStat;
import interleave.kernel.ProcessNumbers;
import interleave.kernel.ProcessSlices;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Measures {@link Noise} between two looks at the machine. What the kernel does not tell counts as none. One thread.
 */
public final class NoiseMeter {
    private final OtherProcesses others;
    private final KernelStat.Reader stat;
    private final CpuQuota quota;
    private final Ticker ticker;
    private final ClockSpeed speed = new ClockSpeed();
    private final ProcessSlices threads;

    /** Of more threads than these a look takes too long. */
    private static final int MOST_THREADS = 1000;

    /** One look. */
    public record Look(
            long nanos, OtherProcesses.Sample others, CpuTicks ticks, int cpus, long throttledNanos, double speed) {}

    public NoiseMeter(Path proc, Path sys, Ticker ticker) {
        this.others =
                new OtherProcesses(proc, ProcessNumbers.ofThisProcess(proc).ownInProc());
        this.stat = new KernelStat.Reader(proc);
        this.quota = new CpuQuota(proc, sys);
        this.threads = new ProcessSlices(proc);
        this.ticker = ticker;
    }

    public Look look() {
        CpuTicks sum = new CpuTicks(0, 0, 0, 0, 0, 0);
        int cpus = Runtime.getRuntime().availableProcessors();
        try {
            KernelStat now = stat.read();
            for (CpuTicks cpu : now.cpus().values()) sum = sum.plus(cpu);
            cpus = now.cpus().size();
        } catch (IOException e) {
            // Then steal is not known.
        }
        return new Look(ticker.nanos(), others.read(), sum, cpus, throttled(), speed.now());
    }

    /**
     * The time that all CPUs together were busy, in nanoseconds: others cannot have taken more. Where an orphan ends,
     * its whole life is added to who waited for it.
     */
    private static long busy(CpuTicks ticks) {
        return ticks.total() == 0 ? Long.MAX_VALUE : ticks.busy() * PidStat.NANOS_PER_TICK;
    }

    private long throttled() {
        try {
            return quota.tightest().map(limit -> limit.throttling().nanos()).orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }

    long nanos() {
        return ticker.nanos();
    }

    /** @param pausedSeconds what the run itself says of it */
    public static Noise between(Look before, Look after, double pausedSeconds) {
        double elapsed = Math.max(1, after.nanos - before.nanos);
        CpuTicks ticks = after.ticks.since(before.ticks);
        return new Noise(
                after.cpus,
                Math.min(after.others.since(before.others), busy(ticks)) / elapsed,
                ticks.total() == 0 ? 0 : (double) ticks.steal() / ticks.total(),
                Math.clamp((after.throttledNanos - before.throttledNanos) / elapsed, 0, 1),
                pausedSeconds,
                Math.min(before.speed, after.speed),
                Reading.absent(Reading.Why.UNSUPPORTED, "its threads were not looked at"));
    }

    /**
     * The threads of a run that could run and had no CPU, on average: of those that live, since each began.
     *
     * @param began when it was started, by {@link #nanos}
     */
    Reading waited(long pid, long began) {
        Reading none = Reading.absent(Reading.Why.UNSUPPORTED, "it has more than " + MOST_THREADS + " threads");
        return threads.of((int) pid, MOST_THREADS)
                .map(sum -> Reading.of(sum.waitedNanos() / (double) Math.max(1, nanos() - began)))
                .orElse(none);
    }
}
