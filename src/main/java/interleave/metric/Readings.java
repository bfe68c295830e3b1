package interleave.metric;

import static interleave.metric.Reading.Why.UNSUPPORTED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one tick of the sampler found out about the machine. Immutable.
 *
 * @param nanos the {@link Ticker}'s time of the tick
 * @param values one reading for each metric of each probe
 * @param cores by CPU number; empty when per-core load is unavailable
 */
public record Readings(long nanos, Map<Metric, Reading> values, List<Core> cores) {
    public static final Readings NONE = new Readings(0, Map.of(), List.of());

    public Readings {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        cores = List.copyOf(cores);
    }

    public Reading of(Metric metric) {
        Reading reading = values.get(metric);
        if (reading != null) return reading;
        return values.isEmpty() ? Reading.WARMING_UP : Reading.absent(UNSUPPORTED, "no probe gives it here");
    }
}
