package interleave.probe;

import static interleave.metric.HostMetrics.PIDS_CURRENT;
import static interleave.metric.HostMetrics.PIDS_LIMIT;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.Pids;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The number of threads that our cgroups may have, and have: those of the level with the least room. */
final class PidsProbe implements Probe<Optional<Pids.Level>> {
    private static final Reading UNLIMITED = Reading.absent(UNSUPPORTED, "the number of threads is not limited");

    private final SeldomThere<Pids.Level> limits;

    PidsProbe(Path proc, Path sys, Ticker ticker) {
        Pids pids = new Pids(proc, sys);
        this.limits = new SeldomThere<>(() -> Pids.tightest(pids.read()), ticker);
    }

    @Override
    public String name() {
        return "thread limit";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(PIDS_CURRENT, PIDS_LIMIT);
    }

    @Override
    public Optional<Pids.Level> read() throws IOException {
        return limits.read();
    }

    @Override
    public ProbeReadings derive(Optional<Optional<Pids.Level>> before, Optional<Pids.Level> after, long elapsedNanos) {
        return ProbeReadings.of(Map.of(
                PIDS_CURRENT,
                after.map(level -> Reading.of(level.current())).orElse(UNLIMITED),
                PIDS_LIMIT,
                after.map(level -> Reading.of(level.limit())).orElse(UNLIMITED)));
    }
}
