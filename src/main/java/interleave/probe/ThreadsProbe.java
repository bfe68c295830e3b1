package interleave.probe;

import static interleave.metric.HostMetrics.OS_THREADS;

import interleave.kernel.LoadAverage;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kernel threads of the whole machine. */
final class ThreadsProbe implements Probe<Long> {
    private final LoadAverage load;

    ThreadsProbe(Path proc) {
        this.load = new LoadAverage(proc);
    }

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(OS_THREADS);
    }

    @Override
    public Long read() throws IOException {
        return load.threads();
    }

    @Override
    public ProbeReadings derive(Optional<Long> before, Long after, long elapsedNanos) {
        return ProbeReadings.of(Map.of(OS_THREADS, Reading.of(after)));
    }
}
