package interleave.probe;

import interleave.kernel.HostNames;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
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
        HostNames names = HostNames.read(proc);
        return new HostIdentity(
                names.host(),
                names.release().map(release -> "Linux " + release),
                names.cpuModel(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    @Override
    public ProbeReadings derive(Optional<HostIdentity> before, HostIdentity after, long elapsedNanos) {
        return new ProbeReadings(Map.of(), List.of(), after);
    }
}
