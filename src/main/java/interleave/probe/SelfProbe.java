package interleave.probe;

import static interleave.metric.HostMetrics.SELF_CPU_PERCENT;
import static interleave.metric.HostMetrics.SELF_RSS_BYTES;
import static interleave.metric.HostMetrics.SELF_SWITCHES_PER_S;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.OwnUse;
import interleave.kernel.RecentStatus;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The costs of the monitor itself. */
final class SelfProbe implements Probe<OwnUse.Sample> {
    private static final Reading NO_SCHEDSTAT =
            Reading.absent(UNSUPPORTED, "this kernel keeps no /proc/self/schedstat");

    private final OwnUse use;

    SelfProbe(Path proc, RecentStatus status, Ticker ticker) {
        this.use = new OwnUse(proc, status, ticker);
    }

    @Override
    public String name() {
        return "own cost";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(SELF_CPU_PERCENT, SELF_SWITCHES_PER_S, SELF_RSS_BYTES);
    }

    @Override
    public OwnUse.Sample read() throws IOException {
        return use.read();
    }

    @Override
    public ProbeReadings derive(Optional<OwnUse.Sample> before, OwnUse.Sample after, long elapsedNanos) {
        Reading cpu = before.map(past -> Rates.timePercent(past.cpuNanos(), after.cpuNanos(), elapsedNanos))
                .orElse(Reading.WARMING_UP);
        Reading switches = after.slices() == 0
                ? NO_SCHEDSTAT
                : before.map(past -> Rates.perSecond(past.slices(), after.slices(), elapsedNanos))
                        .orElse(Reading.WARMING_UP);
        return ProbeReadings.of(Map.of(
                SELF_CPU_PERCENT,
                cpu,
                SELF_SWITCHES_PER_S,
                switches,
                SELF_RSS_BYTES,
                Reading.of(after.residentBytes())));
    }
}
