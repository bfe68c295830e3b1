package interleave.probe;

import static interleave.metric.HostMetrics.UPTIME_S;

import interleave.kernel.Uptime;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** For how long the machine has been up. */
final class UptimeProbe implements Probe<Long> {
    private final Uptime uptime;

    UptimeProbe(Path proc) {
        this.uptime = new Uptime(proc);
    }

    @Override
    public String name() {
        return "uptime";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(UPTIME_S);
    }

    /** In nanoseconds. */
    @Override
    public Long read() throws IOException {
        return uptime.read();
    }

    @Override
    public ProbeReadings derive(Optional<Long> before, Long after, long elapsedNanos) {
        return ProbeReadings.of(Map.of(UPTIME_S, Reading.of(TimeUnit.NANOSECONDS.toSeconds(after))));
    }
}
