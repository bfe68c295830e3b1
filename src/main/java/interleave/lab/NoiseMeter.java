package interleave.lab;

import interleave.kernel.CpuQuota;
import interleave.kernel.CpuTicks;
import interleave.kernel.KernelStat;
import interleave.kernel.OtherProcesses;
import interleave.kernel.PidStat;
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

    /** One look. */
    public record Look(long nanos, OtherProcesses.Sample others, CpuTicks ticks, int cpus, long throttledNanos) {}

    public NoiseMeter(Path proc, Path sys, Ticker ticker) {
        this.others = new OtherProcesses(proc, ProcessHandle.current().pid());
        this.stat = new KernelStat.Reader(proc);
        this.quota = new CpuQuota(proc, sys);
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
        return new Look(ticker.nanos(), others.read(), sum, cpus, throttled());
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

    /** @param pausedSeconds what the run itself says of it */
    public static Noise between(Look before, Look after, double pausedSeconds) {
        double elapsed = Math.max(1, after.nanos - before.nanos);
        CpuTicks ticks = after.ticks.since(before.ticks);
        return new Noise(
                after.cpus,
                Math.min(after.others.since(before.others), busy(ticks)) / elapsed,
                ticks.total() == 0 ? 0 : (double) ticks.steal() / ticks.total(),
                Math.max(0, after.throttledNanos - before.throttledNanos) / elapsed,
                pausedSeconds);
    }
}
