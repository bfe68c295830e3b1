package interleave.probe;

import static interleave.metric.HostMetrics.PIDS_CURRENT;
import static interleave.metric.HostMetrics.PIDS_LIMIT;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.Cgroup;
import interleave.kernel.Cursor;
import interleave.kernel.ProcFile;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How many threads our cgroup may have: the tightest {@code pids.max}, and {@code pids.current} beside it. */
final class PidsProbe implements Probe<Optional<PidsProbe.Sample>> {
    record Sample(long current, long limit) {}

    private record Level(ProcFile limit, ProcFile current) {}

    private static final Reading UNLIMITED = Reading.absent(UNSUPPORTED, "the number of threads is not limited");

    private final Path proc;
    private final Path sys;
    private Optional<List<Level>> levels = Optional.empty();

    PidsProbe(Path proc, Path sys) {
        this.proc = proc;
        this.sys = sys;
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
    public Optional<Sample> read() throws IOException {
        if (levels.isEmpty()) levels = Optional.of(open());
        Optional<Sample> tightest = Optional.empty();
        for (Level level : levels.get()) {
            OptionalLong limit = limit(level.limit.read());
            if (limit.isEmpty()) continue;
            if (tightest.isPresent() && tightest.get().limit <= limit.getAsLong()) continue;
            tightest = Optional.of(new Sample(level.current.read().number(), limit.getAsLong()));
        }
        return tightest;
    }

    private List<Level> open() throws IOException {
        Cgroup cgroup = Cgroup.find("pids", proc, sys)
                .orElseThrow(() -> new NoSuchFileException("cgroup", null, "this process is in no pids cgroup"));
        List<Level> open = new ArrayList<>();
        for (Path folder : cgroup.folders()) {
            Path limit = folder.resolve("pids.max");
            if (!Files.exists(limit)) continue;
            open.add(new Level(new ProcFile(limit), new ProcFile(folder.resolve("pids.current"))));
        }
        return open;
    }

    static OptionalLong limit(Cursor text) throws IOException {
        return text.skip("max") ? OptionalLong.empty() : OptionalLong.of(text.number());
    }

    @Override
    public Part derive(Optional<Optional<Sample>> before, Optional<Sample> after, long elapsedNanos) {
        return Part.of(Map.of(
                PIDS_CURRENT,
                after.map(sample -> Reading.of(sample.current)).orElse(UNLIMITED),
                PIDS_LIMIT,
                after.map(sample -> Reading.of(sample.limit)).orElse(UNLIMITED)));
    }
}
