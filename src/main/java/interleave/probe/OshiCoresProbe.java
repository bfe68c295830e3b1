package interleave.probe;

import static interleave.metric.HostMetrics.BUSY_PERCENT;
import static interleave.metric.HostMetrics.INTERRUPTS_PER_S;
import static interleave.metric.HostMetrics.IOWAIT_PERCENT;
import static interleave.metric.HostMetrics.IRQ_PERCENT;
import static interleave.metric.HostMetrics.OS_THREADS;
import static interleave.metric.HostMetrics.STEAL_PERCENT;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;
import static interleave.metric.HostMetrics.SYSTEM_PERCENT;
import static interleave.metric.HostMetrics.USER_PERCENT;
import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.CpuTicks;
import interleave.metric.Core;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** Load per core, switches, interrupts and threads by OSHI, for systems other than Linux. */
final class OshiCoresProbe implements Probe<OshiCoresProbe.Sample> {
    /** OSHI gives 0 for a counter that the system does not have. */
    record Sample(List<CpuTicks> cpus, long switches, long interrupts, long threads) {}

    private static final Reading NOT_HERE = Reading.absent(UNSUPPORTED, "this system does not tell");

    private static final Reading RESTARTED = Reading.absent(FAILED, "its counters fell: it was off and on again");

    private final Supplier<OshiSource> open;
    private Optional<OshiSource> source = Optional.empty();

    OshiCoresProbe(Supplier<OshiSource> open) {
        this.open = open;
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
                OS_THREADS);
    }

    @Override
    public Sample read() {
        if (source.isEmpty()) source = Optional.of(open.get());
        CentralProcessor processor = source.get().processor();
        List<CpuTicks> cpus = new ArrayList<>();
        for (long[] row : processor.getProcessorCpuLoadTicks()) cpus.add(ticks(row));
        long threads = source.get().threads().getAsLong();
        return new Sample(cpus, processor.getContextSwitches(), processor.getInterrupts(), threads);
    }

    private static CpuTicks ticks(long[] row) {
        return new CpuTicks(
                row[TickType.USER.getIndex()] + row[TickType.NICE.getIndex()],
                row[TickType.SYSTEM.getIndex()],
                row[TickType.IRQ.getIndex()] + row[TickType.SOFTIRQ.getIndex()],
                row[TickType.STEAL.getIndex()],
                row[TickType.IOWAIT.getIndex()],
                row[TickType.IDLE.getIndex()]);
    }

    @Override
    public ProbeReadings derive(Optional<Sample> before, Sample after, long elapsedNanos) {
        List<Core> cores = new ArrayList<>();
        CpuTicks sum = new CpuTicks(0, 0, 0, 0, 0, 0);
        for (int id = 0; id < after.cpus.size(); id++) {
            Optional<CpuTicks> added = added(id, before, after);
            cores.add(
                    added.isPresent() ? CpuShares.of(id, added.get(), true) : Core.absent(id, why(id, before, after)));
            sum = added.map(sum::plus).orElse(sum);
        }
        Core all = before.isPresent() ? CpuShares.of(0, sum, true) : Core.absent(0, Reading.WARMING_UP);
        Map<Metric, Reading> values = new LinkedHashMap<>(CpuShares.values(all));
        values.put(SWITCHES_PER_S, rate(before.map(Sample::switches), after.switches, elapsedNanos));
        values.put(INTERRUPTS_PER_S, rate(before.map(Sample::interrupts), after.interrupts, elapsedNanos));
        values.put(OS_THREADS, after.threads > 0 ? Reading.of(after.threads) : NOT_HERE);
        return new ProbeReadings(values, cores, HostIdentity.UNKNOWN);
    }

    private static Optional<CpuTicks> added(int id, Optional<Sample> before, Sample after) {
        return before.filter(past -> known(id, past, after))
                .filter(past -> !after.cpus.get(id).restarted(past.cpus.get(id)))
                .map(past -> after.cpus.get(id).since(past.cpus.get(id)));
    }

    private static Reading why(int id, Optional<Sample> before, Sample after) {
        return before.isPresent() && known(id, before.get(), after) ? RESTARTED : Reading.WARMING_UP;
    }

    /**
     * OSHI numbers CPUs by their place in a list: with another number of them, no place is sure to be the same CPU's.
     */
    private static boolean known(int id, Sample before, Sample after) {
        return before.cpus.size() == after.cpus.size() && id < before.cpus.size();
    }

    private static Reading rate(Optional<Long> before, long after, long elapsedNanos) {
        if (after <= 0) return NOT_HERE;
        return before.map(past -> Rates.perSecond(past, after, elapsedNanos)).orElse(Reading.WARMING_UP);
    }
}
