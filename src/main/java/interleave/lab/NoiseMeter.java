package interleave.lab;

import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.STALE;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.CompilerThreads;
import interleave.kernel.CpuQuota;
import interleave.kernel.CpuTicks;
import interleave.kernel.KernelStat;
import interleave.kernel.OtherProcesses;
import interleave.kernel.PidStat;
import interleave.kernel.ProcessNumbers;
import interleave.kernel.ProcessSlices;
import interleave.kernel.Reason;
import interleave.kernel.Unreadable;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Measures {@link Noise} between two looks at the machine. One thread. */
public final class NoiseMeter {
    private final OtherProcesses others;
    private final KernelStat.Reader stat;
    private final CpuQuota quota;
    private final Ticker ticker;
    private final ClockSpeed speed = new ClockSpeed();
    private final ProcessSlices threads;
    private final CompilerThreads compilers;

    /** Of more threads than these a look takes too long. */
    private static final int MOST_THREADS = 1000;

    private static final Reading NO_STEAL = Reading.absent(UNSUPPORTED, "this kernel does not tell");
    private static final Reading NO_TICK = Reading.absent(STALE, "no tick of the kernel's clock meanwhile");
    private static final Reading NO_QUOTA = Reading.absent(UNSUPPORTED, "no CPU quota is set");
    private static final Reading OTHER_QUOTA = Reading.absent(STALE, "another quota was set meanwhile");
    private static final Reading HIDDEN =
            Reading.absent(UNSUPPORTED, "/proc shows this user not all processes (hidepid)");

    /**
     * One look.
     *
     * @param steal the ticks that the hypervisor took, or why they are not known
     * @param throttledNanos for how long a quota has held us back so far, or why that is not known
     */
    public record Look(
            long nanos,
            OtherProcesses.Sample others,
            CpuTicks ticks,
            Reading steal,
            int cpus,
            Reading throttledNanos,
            double speed) {}

    public NoiseMeter(Path proc, Path sys, Ticker ticker) {
        this.others = new OtherProcesses(proc, ProcessNumbers.ofSelf(proc));
        this.stat = new KernelStat.Reader(proc);
        this.quota = new CpuQuota(proc, sys);
        this.threads = new ProcessSlices(proc);
        this.compilers = new CompilerThreads(proc);
        this.ticker = ticker;
    }

    public Look look() {
        CpuTicks sum = new CpuTicks(0, 0, 0, 0, 0, 0);
        int cpus = Runtime.getRuntime().availableProcessors();
        Reading steal;
        try {
            KernelStat now = stat.read();
            for (CpuTicks cpu : now.cpus().values()) sum = sum.plus(cpu);
            cpus = now.cpus().size();
            steal = now.knowsSteal() ? Reading.of(sum.steal()) : NO_STEAL;
        } catch (IOException e) {
            steal = failed(e);
        }
        return new Look(ticker.nanos(), others.read(), sum, steal, cpus, throttled(), speed.now());
    }

    /**
     * The time that all CPUs together were busy, in nanoseconds: others cannot have taken more. Where an orphan ends,
     * its whole life is added to who waited for it.
     */
    private static long busy(CpuTicks ticks) {
        return ticks.total() == 0 ? Long.MAX_VALUE : ticks.busy() * PidStat.NANOS_PER_TICK;
    }

    private Reading throttled() {
        try {
            return quota.tightest()
                    .map(limit -> Reading.of(limit.throttling().nanos()))
                    .orElse(NO_QUOTA);
        } catch (IOException e) {
            return failed(e);
        }
    }

    private static Reading failed(IOException e) {
        boolean missing = e instanceof Unreadable unreadable && unreadable.missing();
        return Reading.absent(missing ? UNSUPPORTED : FAILED, Reason.of(e));
    }

    long nanos() {
        return ticker.nanos();
    }

    /** The CPU time in nanoseconds that the compilers of a run's JVM have taken so far; empty where it is not known. */
    OptionalLong compilerNanos(long pid) {
        return compilers.nanos(pid);
    }

    /** @param pausedSeconds what the run itself says of it */
    public static Noise between(Look before, Look after, double pausedSeconds) {
        double elapsed = Math.max(1, after.nanos - before.nanos);
        CpuTicks ticks = after.ticks.since(before.ticks);
        return new Noise(
                after.cpus,
                others(before, after, Math.min(after.others.since(before.others), busy(ticks)) / elapsed),
                steal(before, after, ticks),
                throttled(before.throttledNanos, after.throttledNanos, elapsed),
                Reading.of(pausedSeconds),
                Reading.of(Math.min(before.speed, after.speed)),
                Noise.NOT_PROBED,
                Noise.NOT_SEEN);
    }

    /** Of processes that are hidden in part, those that are seen may be enough to spoil a repetition. */
    private static Reading others(Look before, Look after, double seen) {
        boolean all = before.others.all() && after.others.all();
        return all || seen > Noise.tooMuch(after.cpus) ? Reading.of(seen) : HIDDEN;
    }

    private static Reading steal(Look before, Look after, CpuTicks ticks) {
        if (!before.steal.present() || !after.steal.present())
            return after.steal.present() ? before.steal : after.steal;
        return ticks.total() == 0 ? NO_TICK : Reading.of((double) ticks.steal() / ticks.total());
    }

    private static Reading throttled(Reading before, Reading after, double elapsed) {
        if (!before.present() || !after.present()) return after.present() ? before : after;
        double nanos = after.orElse(0) - before.orElse(0);
        return nanos < 0 ? OTHER_QUOTA : Reading.of(nanos / elapsed);
    }

    /**
     * The threads of a run that could run and had no CPU, on average: of those that live, since each began.
     *
     * @param began when it was started, by {@link #nanos}
     */
    Reading waited(long pid, long began) {
        Reading none = Reading.absent(UNSUPPORTED, "it has more than " + MOST_THREADS + " threads");
        return threads.of((int) pid, MOST_THREADS)
                .map(sum -> Reading.of(sum.waitedNanos() / (double) Math.max(1, nanos() - began)))
                .orElse(none);
    }
}
