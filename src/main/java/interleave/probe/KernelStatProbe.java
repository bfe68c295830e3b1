package interleave.probe;

import static interleave.metric.HostMetrics.BLOCKED;
import static interleave.metric.HostMetrics.BUSY_PERCENT;
import static interleave.metric.HostMetrics.CPUSET_CPUS;
import static interleave.metric.HostMetrics.FORKS_PER_S;
import static interleave.metric.HostMetrics.INTERRUPTS_PER_S;
import static interleave.metric.HostMetrics.IOWAIT_PERCENT;
import static interleave.metric.HostMetrics.IRQ_PERCENT;
import static interleave.metric.HostMetrics.RUNNABLE;
import static interleave.metric.HostMetrics.STEAL_PERCENT;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;
import static interleave.metric.HostMetrics.SYSTEM_PERCENT;
import static interleave.metric.HostMetrics.USER_PERCENT;
import static interleave.metric.Reading.Why.FAILED;

import interleave.kernel.CpuSet;
import interleave.kernel.CpuTicks;
import interleave.kernel.KernelStat;
import interleave.kernel.RecentStatus;
import interleave.metric.Core;
import interleave.metric.Cores;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Load per core, switches, interrupts and the run queue, out of one read of {@code /proc/stat}. OSHI reads that file
 * anew for each of them and numbers cores by line.
 */
final class KernelStatProbe implements Probe<KernelStatProbe.Sample> {
    /**
     * @param back the file about a second ago: with ticks of 10 ms a shorter stretch would show load in coarse steps
     * @param seen the CPUs that are present, or were ever online while we looked
     * @param allowed those that this process may use, by affinity and cpuset; empty where the kernel does not tell
     */
    record Sample(KernelStat now, Optional<KernelStat> back, Set<Integer> seen, Optional<SortedSet<Integer>> allowed) {}

    /** A second, less what a tick may come early. */
    private static final long LEAST_WINDOW_NANOS = 950_000_000L;

    private static final Reading RESTARTED = Reading.absent(FAILED, "its counters fell: it was off and on again");

    private static final Reading UNTOLD = Reading.absent(FAILED, "/proc/self/status has no Cpus_allowed_list");

    private final KernelStat.Reader stat;
    private final RecentStatus status;
    private final Path sys;
    private final Ticker ticker;
    private final SampleWindow<KernelStat> window = new SampleWindow<>(LEAST_WINDOW_NANOS);
    private Optional<Set<Integer>> seen = Optional.empty();

    KernelStatProbe(Path proc, Path sys, RecentStatus status, Ticker ticker) {
        this.stat = new KernelStat.Reader(proc);
        this.status = status;
        this.sys = sys;
        this.ticker = ticker;
    }

    @Override
    public String name() {
        return "cores and switches";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                BUSY_PERCENT,
                USER_PERCENT,
                SYSTEM_PERCENT,
                IRQ_PERCENT,
                STEAL_PERCENT,
                IOWAIT_PERCENT,
                SWITCHES_PER_S,
                INTERRUPTS_PER_S,
                FORKS_PER_S,
                RUNNABLE,
                BLOCKED,
                CPUSET_CPUS);
    }

    @Override
    public Sample read() throws IOException {
        KernelStat now = stat.read();
        if (seen.isEmpty()) seen = Optional.of(CpuSet.present(sys));
        if (!seen.get().containsAll(now.cpus().keySet()))
            seen = Optional.of(union(seen.get(), now.cpus().keySet()));
        return new Sample(now, window.add(ticker.nanos(), now), seen.get(), status.allowedCpus());
    }

    @Override
    public ProbeReadings derive(Optional<Sample> before, Sample after, long elapsedNanos) {
        List<Core> cores = cores(after);
        Map<Metric, Reading> values = CpuShares.values(machine(after));
        values.put(SWITCHES_PER_S, rate("ctxt", before, after, elapsedNanos));
        values.put(INTERRUPTS_PER_S, rate("intr", before, after, elapsedNanos));
        values.put(FORKS_PER_S, rate("processes", before, after, elapsedNanos));
        values.put(RUNNABLE, level("procs_running", after.now));
        values.put(BLOCKED, level("procs_blocked", after.now));
        values.put(CPUSET_CPUS, after.allowed.isPresent() ? Reading.of(Cores.usable(cores)) : UNTOLD);
        return new ProbeReadings(values, cores, HostIdentity.UNKNOWN);
    }

    private static List<Core> cores(Sample sample) {
        List<Core> cores = new ArrayList<>(sample.seen.size());
        for (int id : sample.seen)
            cores.add(core(id, sample)
                    .usable(sample.allowed.isEmpty() || sample.allowed.get().contains(id)));
        return cores;
    }

    private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
        TreeSet<Integer> all = new TreeSet<>(some);
        all.addAll(others);
        return Collections.unmodifiableSet(all);
    }

    private static Core core(int id, Sample sample) {
        CpuTicks now = sample.now.cpus().get(id);
        CpuTicks back = sample.back.map(past -> past.cpus().get(id)).orElse(null);
        if (now == null) return Core.offline(id);
        if (back == null) return Core.absent(id, Reading.WARMING_UP);
        if (now.restarted(back)) return Core.absent(id, RESTARTED);
        return CpuShares.of(id, now.since(back), sample.now.knowsSteal());
    }

    /** All cores that were online at both ends, taken together: the mean of their bars. */
    private static Core machine(Sample sample) {
        if (sample.back.isEmpty()) return Core.absent(0, Reading.WARMING_UP);
        CpuTicks sum = new CpuTicks(0, 0, 0, 0, 0, 0);
        for (Map.Entry<Integer, CpuTicks> cpu : sample.now.cpus().entrySet()) {
            CpuTicks back = sample.back.get().cpus().get(cpu.getKey());
            if (back != null && !cpu.getValue().restarted(back))
                sum = sum.plus(cpu.getValue().since(back));
        }
        return CpuShares.of(0, sum, sample.now.knowsSteal());
    }

    private static Reading rate(String counter, Optional<Sample> before, Sample after, long elapsedNanos) {
        OptionalLong now = after.now.counter(counter);
        if (now.isEmpty()) return missing(counter);
        if (before.isEmpty()) return Reading.WARMING_UP;
        OptionalLong past = before.get().now.counter(counter);
        if (past.isEmpty()) return Reading.WARMING_UP;
        return Rates.perSecond(past.getAsLong(), now.getAsLong(), elapsedNanos);
    }

    private static Reading level(String counter, KernelStat now) {
        OptionalLong value = now.counter(counter);
        return value.isPresent() ? Reading.of(value.getAsLong()) : missing(counter);
    }

    private static Reading missing(String counter) {
        return Reading.absent(FAILED, "/proc/stat has no line " + counter);
    }
}
