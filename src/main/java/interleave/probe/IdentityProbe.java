package interleave.probe;

import interleave.kernel.Cursor;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Host name, kernel and CPU model, read once. OSHI would start other programs to find out the model, so it is taken
 * from {@code /proc/cpuinfo}.
 */
final class IdentityProbe implements Probe<HostIdentity> {
    /** Enough for the first CPU's entry. The whole file can be large and slow on a machine of many CPUs. */
    private static final int CPUINFO_BYTES = 4096;

    private final Path proc;
    private Optional<HostIdentity> known = Optional.empty();

    IdentityProbe(Path proc) {
        this.proc = proc;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public HostIdentity read() {
        if (known.isEmpty()) known = Optional.of(find());
        return known.get();
    }

    private HostIdentity find() {
        Path kernel = proc.resolve("sys/kernel");
        Optional<String> release = start(kernel.resolve("osrelease")).map(Cursor::rest);
        return new HostIdentity(
                start(kernel.resolve("hostname")).map(Cursor::rest),
                release.map(words -> "Linux " + words),
                start(proc.resolve("cpuinfo")).flatMap(IdentityProbe::model),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** {@code model name : ...} on x86, s390 and others; arm64 has none, and there it stays unknown. */
    static Optional<String> model(Cursor cpuinfo) {
        if (!cpuinfo.seekLine("model name") || !cpuinfo.seek(":")) return Optional.empty();
        return Optional.of(cpuinfo.rest()).filter(model -> !model.isEmpty());
    }

    private static Optional<Cursor> start(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(CPUINFO_BYTES);
            return Optional.of(new Cursor(path.toString(), bytes, bytes.length));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public ProbeReadings derive(Optional<HostIdentity> before, HostIdentity after, long elapsedNanos) {
        return new ProbeReadings(Map.of(), List.of(), after);
    }
}
