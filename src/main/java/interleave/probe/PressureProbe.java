package interleave.probe;

import interleave.kernel.Pressure;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pressure stall information of one resource: the line {@code some} of {@code /proc/pressure/RESOURCE}. */
final class PressureProbe implements Probe<Pressure.Sample> {
    private final String resource;
    private final Metric damped;
    private final Metric recent;
    private final Pressure pressure;

    PressureProbe(Path proc, String resource, Metric damped, Metric recent) {
        this.resource = resource;
        this.damped = damped;
        this.recent = recent;
        this.pressure = new Pressure(proc, resource);
    }

    @Override
    public String name() {
        return resource + " pressure";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(damped, recent);
    }

    @Override
    public Pressure.Sample read() throws IOException {
        return pressure.read();
    }

    @Override
    public ProbeReadings derive(Optional<Pressure.Sample> before, Pressure.Sample after, long elapsedNanos) {
        Reading now = before.map(past -> share(past, after, elapsedNanos)).orElse(Reading.WARMING_UP);
        return ProbeReadings.of(Map.of(damped, Rates.percent(after.avg10(), 10_000), recent, now));
    }

    /** The kernel adds up a moment before or after our clock is read: a share just above the whole is the whole. */
    private static Reading share(Pressure.Sample before, Pressure.Sample after, long elapsedNanos) {
        return Rates.timePercent(before.totalMicros() * 1000, after.totalMicros() * 1000, elapsedNanos)
                .map(percent -> Math.min(100, percent));
    }
}
