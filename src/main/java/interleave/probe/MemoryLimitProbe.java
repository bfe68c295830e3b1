package interleave.probe;

import static interleave.metric.HostMetrics.CGROUP_MEMORY_LIMIT_BYTES;
import static interleave.metric.HostMetrics.CGROUP_MEMORY_USED_BYTES;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.CgroupMemory;
import interleave.kernel.MemInfo;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memory that our cgroups may take, where that is less than the machine has, and what they take. */
final class MemoryLimitProbe implements Probe<Optional<CgroupMemory.Level>> {
    private static final Reading UNLIMITED = Reading.absent(UNSUPPORTED, "memory is not limited below what is there");

    private final CgroupMemory memory;
    private final Path proc;
    private final SeldomThere<CgroupMemory.Level> limits;
    private Optional<Long> total = Optional.empty();

    MemoryLimitProbe(Path proc, Path sys, Ticker ticker) {
        this.memory = new CgroupMemory(proc, sys);
        this.proc = proc;
        this.limits = new SeldomThere<>(this::belowTotal, ticker);
    }

    @Override
    public String name() {
        return "memory limit";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(CGROUP_MEMORY_LIMIT_BYTES, CGROUP_MEMORY_USED_BYTES);
    }

    @Override
    public Optional<CgroupMemory.Level> read() throws IOException {
        return limits.read();
    }

    private Optional<CgroupMemory.Level> belowTotal() throws IOException {
        if (total.isEmpty()) total = Optional.of(MemInfo.totalBytes(proc));
        return memory.tightest().filter(level -> level.limitBytes() < total.get());
    }

    @Override
    public ProbeReadings derive(
            Optional<Optional<CgroupMemory.Level>> before, Optional<CgroupMemory.Level> after, long elapsedNanos) {
        return ProbeReadings.of(Map.of(
                CGROUP_MEMORY_LIMIT_BYTES,
                after.map(level -> Reading.of(level.limitBytes())).orElse(UNLIMITED),
                CGROUP_MEMORY_USED_BYTES,
                after.map(level -> Reading.of(level.usedBytes())).orElse(UNLIMITED)));
    }
}
