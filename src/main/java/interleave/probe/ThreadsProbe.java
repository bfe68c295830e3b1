package interleave.probe;

import static interleave.metric.HostMetrics.OS_THREADS;

import interleave.kernel.Cursor;
import interleave.kernel.ProcFile;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kernel threads of the whole machine: {@code /proc/loadavg}, 4th field, behind the slash (proc_loadavg(5)). */
final class ThreadsProbe implements Probe<Long> {
    private final ProcFile file;

    ThreadsProbe(Path proc) {
        this.file = new ProcFile(proc.resolve("loadavg"));
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
        return parse(file.read());
    }

    static long parse(Cursor text) throws IOException {
        if (!text.seek("/")) throw text.malformed("it has no running/all field");
        return text.number();
    }

    @Override
    public ProbeReadings derive(Optional<Long> before, Long after, long elapsedNanos) {
        return ProbeReadings.of(Map.of(OS_THREADS, Reading.of(after)));
    }
}
