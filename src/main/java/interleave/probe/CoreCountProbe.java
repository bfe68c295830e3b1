package interleave.probe;

import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The cores that the machine has, by OSHI, found out once: OSHI takes tens of milliseconds. */
final class CoreCountProbe implements Probe<HostIdentity> {
    private final Supplier<HostIdentity> find;
    private Optional<HostIdentity> known = Optional.empty();

    CoreCountProbe(Supplier<HostIdentity> find) {
        this.find = find;
    }

    @Override
    public String name() {
        return "number of cores";
    }

    @Override
    public boolean slowToStart() {
        return true;
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public HostIdentity read() {
        if (known.isEmpty()) known = Optional.of(find.get());
        return known.get();
    }

    @Override
    public ProbeReadings derive(Optional<HostIdentity> before, HostIdentity after, long elapsedNanos) {
        return new ProbeReadings(Map.of(), List.of(), after);
    }
}
