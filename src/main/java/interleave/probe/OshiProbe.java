package interleave.probe;

import static interleave.metric.HostMetrics.LOAD_15M;
import static interleave.metric.HostMetrics.LOAD_1M;
import static interleave.metric.HostMetrics.LOAD_5M;
import static interleave.metric.HostMetrics.MEMORY_TOTAL_BYTES;
import static interleave.metric.HostMetrics.MEMORY_USED_BYTES;
import static interleave.metric.HostMetrics.UPTIME_S;
import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Topology, memory, load average and uptime by OSHI, read at most every two seconds: OSHI is dear. For systems other
 * than Linux.
 */
final class OshiProbe implements Probe<OshiProbe.Sample> {
    /** @param loads over 1, 5 and 15 minutes; negative where the system has none */
    record Sample(
            long nanos,
            long availableBytes,
            long totalBytes,
            List<Double> loads,
            long uptimeSeconds,
            HostIdentity host) {}

    private static final long LEAST_AGE_NANOS = 1_950_000_000L;
    private static final Reading NO_LOAD = Reading.absent(UNSUPPORTED, "this system keeps no load average");

    private static final Reading UNKNOWN = Reading.absent(FAILED, "OSHI could not read it");

    private final Supplier<OshiSource> open;
    private final Ticker ticker;
    private Optional<OshiSource> source = Optional.empty();
    private Optional<Sample> newest = Optional.empty();

    OshiProbe(Supplier<OshiSource> open, Ticker ticker) {
        this.open = open;
        this.ticker = ticker;
    }

    @Override
    public String name() {
        return "memory and load average";
    }

    @Override
    public boolean slowToStart() {
        return true;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(LOAD_1M, LOAD_5M, LOAD_15M, MEMORY_USED_BYTES, MEMORY_TOTAL_BYTES, UPTIME_S);
    }

    @Override
    public Sample read() {
        long now = ticker.nanos();
        if (newest.isEmpty() || now - newest.get().nanos >= LEAST_AGE_NANOS) newest = Optional.of(sample(now));
        return newest.get();
    }

    private Sample sample(long now) {
        if (source.isEmpty()) source = Optional.of(open.get());
        OshiSource oshi = source.get();
        double[] loads = oshi.processor().getSystemLoadAverage(3);
        return new Sample(
                now,
                oshi.memory().getAvailable(),
                oshi.memory().getTotal(),
                List.of(loads[0], loads[1], loads[2]),
                oshi.uptimeSeconds().getAsLong(),
                oshi.host());
    }

    @Override
    public ProbeReadings derive(Optional<Sample> before, Sample after, long elapsedNanos) {
        Map<Metric, Reading> values = new LinkedHashMap<>();
        values.put(LOAD_1M, load(after.loads.get(0)));
        values.put(LOAD_5M, load(after.loads.get(1)));
        values.put(LOAD_15M, load(after.loads.get(2)));
        Reading total = known(after.totalBytes);
        values.put(MEMORY_USED_BYTES, total.map(all -> all - after.availableBytes));
        values.put(MEMORY_TOTAL_BYTES, total);
        values.put(UPTIME_S, known(after.uptimeSeconds));
        return new ProbeReadings(values, List.of(), after.host);
    }

    /** OSHI gives 0 for what it could not read. */
    private static Reading known(long number) {
        return number > 0 ? Reading.of(number) : UNKNOWN;
    }

    private static Reading load(double load) {
        return load < 0 ? NO_LOAD : Reading.of(load);
    }
}
