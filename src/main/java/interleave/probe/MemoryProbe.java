package interleave.probe;

import static interleave.metric.HostMetrics.MEMORY_TOTAL_BYTES;
import static interleave.metric.HostMetrics.MEMORY_USED_BYTES;

import interleave.kernel.MemInfo;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's memory. */
final class MemoryProbe implements Probe<MemInfo.Sample> {
    private final MemInfo memory;

    MemoryProbe(Path proc) {
        this.memory = new MemInfo(proc);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(MEMORY_USED_BYTES, MEMORY_TOTAL_BYTES);
    }

    @Override
    public MemInfo.Sample read() throws IOException {
        return memory.read();
    }

    @Override
    public ProbeReadings derive(Optional<MemInfo.Sample> before, MemInfo.Sample after, long elapsedNanos) {
        return ProbeReadings.of(Map.of(
                MEMORY_USED_BYTES,
                Reading.of(after.totalBytes() - after.availableBytes()),
                MEMORY_TOTAL_BYTES,
                Reading.of(after.totalBytes())));
    }
}
