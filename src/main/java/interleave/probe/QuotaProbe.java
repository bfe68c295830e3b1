package interleave.probe;

import static interleave.metric.HostMetrics.CGROUP_CPUS;
import static interleave.metric.HostMetrics.THROTTLED_PERCENT;
import static interleave.metric.HostMetrics.THROTTLED_TIME_PERCENT;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.CpuQuota;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CPU quota of our cgroups, and how often it stopped us. */
final class QuotaProbe implements Probe<Optional<CpuQuota.Sample>> {
    private static final Reading UNLIMITED = Reading.absent(UNSUPPORTED, "no CPU quota is set");

    private final SeldomThere<CpuQuota.Sample> quota;

    QuotaProbe(Path proc, Path sys, Ticker ticker) {
        CpuQuota all = new CpuQuota(proc, sys);
        this.quota = new SeldomThere<>(() -> all.tightest(), ticker);
    }

    @Override
    public String name() {
        return "CPU quota";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(CGROUP_CPUS, THROTTLED_PERCENT, THROTTLED_TIME_PERCENT);
    }

    /** The tightest quota; empty if there is none. */
    @Override
    public Optional<CpuQuota.Sample> read() throws IOException {
        return quota.read();
    }

    @Override
    public ProbeReadings derive(
            Optional<Optional<CpuQuota.Sample>> before, Optional<CpuQuota.Sample> after, long elapsedNanos) {
        if (after.isEmpty()) return part(UNLIMITED, UNLIMITED, UNLIMITED);
        CpuQuota.Sample now = after.get();
        Reading cpus = Reading.of(now.cpus());
        Optional<CpuQuota.Throttling> past = before.flatMap(sample -> sample)
                .filter(sample -> sample.folder().equals(now.folder()))
                .map(CpuQuota.Sample::throttling);
        if (past.isEmpty()) return part(cpus, Reading.WARMING_UP, Reading.WARMING_UP);
        CpuQuota.Throttling then = past.get();
        long periods = now.throttling().periods() - then.periods();
        long throttled = Math.max(0, now.throttling().throttled() - then.throttled());
        return part(
                cpus,
                periods == 0 ? Reading.of(0) : Rates.percent(throttled, periods),
                Rates.timePercent(then.nanos(), now.throttling().nanos(), elapsedNanos));
    }

    private static ProbeReadings part(Reading cpus, Reading throttled, Reading time) {
        return ProbeReadings.of(Map.of(CGROUP_CPUS, cpus, THROTTLED_PERCENT, throttled, THROTTLED_TIME_PERCENT, time));
    }
}
