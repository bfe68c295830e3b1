package interleave.probe;

import interleave.kernel.Cursor;
import interleave.kernel.ProcFile;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pressure stall information of one resource: the line {@code some} of {@code /proc/pressure/RESOURCE}. */
final class PressureProbe implements Probe<PressureProbe.Sample> {
    /**
     * @param avg10 the kernel's own mean, damped over 10 s, in hundredths of a percent
     * @param totalMicros time stalled since boot
     */
    record Sample(long avg10, long totalMicros) {}

    private final String resource;
    private final Metric damped;
    private final Metric recent;
    private final ProcFile file;

    PressureProbe(Path proc, String resource, Metric damped, Metric recent) {
        this.resource = resource;
        this.damped = damped;
        this.recent = recent;
        this.file = new ProcFile(proc.resolve("pressure").resolve(resource));
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
    public Sample read() throws IOException {
        return parse(file.read());
    }

    static Sample parse(Cursor text) throws IOException {
        if (!text.seekLine("some avg10=")) throw text.malformed("it has no line some");
        long avg10 = text.number() * 100;
        if (!text.skip(".")) throw text.malformed("avg10 has no decimals");
        avg10 += text.number();
        if (!text.seek("total=")) throw text.malformed("it has no total");
        return new Sample(avg10, text.number());
    }

    @Override
    public ProbeReadings derive(Optional<Sample> before, Sample after, long elapsedNanos) {
        Reading now = before.map(past -> share(past, after, elapsedNanos)).orElse(Reading.WARMING_UP);
        return ProbeReadings.of(Map.of(damped, Rates.percent(after.avg10, 10_000), recent, now));
    }

    /** The kernel adds up a moment before or after our clock is read: a share just above the whole is the whole. */
    private static Reading share(Sample before, Sample after, long elapsedNanos) {
        return Rates.timePercent(before.totalMicros * 1000, after.totalMicros * 1000, elapsedNanos)
                .map(percent -> Math.min(100, percent));
    }
}
