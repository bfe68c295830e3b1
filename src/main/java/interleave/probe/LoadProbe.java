package interleave.probe;

import static interleave.metric.HostMetrics.LOAD_15M;
import static interleave.metric.HostMetrics.LOAD_1M;
import static interleave.metric.HostMetrics.LOAD_5M;
import static interleave.metric.HostMetrics.OS_THREADS;

import interleave.kernel.LoadAverage;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The load average, and kernel threads of the whole machine, out of one read. OSHI takes 20 times as long for it. */
final class LoadProbe implements Probe<LoadAverage.Sample> {
    private final LoadAverage load;

    LoadProbe(Path proc) {
        this.load = new LoadAverage(proc);
    }

    @Override
    public String name() {
        return "load average and threads";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(OS_THREADS, LOAD_1M, LOAD_5M, LOAD_15M);
    }

    @Override
    public LoadAverage.Sample read() throws IOException {
        return load.read();
    }

    @Override
    public ProbeReadings derive(Optional<LoadAverage.Sample> before, LoadAverage.Sample after, long elapsedNanos) {
        return ProbeReadings.of(Map.of(
                OS_THREADS,
                Reading.of(after.threads()),
                LOAD_1M,
                Reading.of(after.one() / 100.0),
                LOAD_5M,
                Reading.of(after.five() / 100.0),
                LOAD_15M,
                Reading.of(after.fifteen() / 100.0)));
    }
}
