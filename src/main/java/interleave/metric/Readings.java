package interleave.metric;

import static interleave.metric.Reading.Why.UNSUPPORTED;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The readings of the machine at one tick of the sampler. Immutable.
 *
 * @param nanos the {@link Ticker}'s time of the tick
 * @param values one reading for each metric of each probe
 * @param cores by CPU number; empty when per-core load is unavailable
 * @param host as far as it is known by then
 * @param processes those that somebody asked for, in that order
 * @param busiest the processes that switch most, as far as they are known
 * @param closeup what somebody wants to see closely
 */
public record Readings(
        long nanos,
        Map<Metric, Reading> values,
        List<Core> cores,
        HostIdentity host,
        List<ProcessReadings> processes,
        List<BusyProcess> busiest,
        Closeup closeup) {
    public static final Readings NONE = new Readings(0, Map.of(), List.of());

    public Readings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        cores = List.copyOf(cores);
        processes = List.copyOf(processes);
        busiest = List.copyOf(busiest);
    }

    public Readings(
            long nanos,
            Map<Metric, Reading> values,
            List<Core> cores,
            HostIdentity host,
            List<ProcessReadings> processes,
            List<BusyProcess> busiest) {
        this(nanos, values, cores, host, processes, busiest, Closeup.NONE);
    }

    public Readings(long nanos, Map<Metric, Reading> values, List<Core> cores, HostIdentity host) {
        this(nanos, values, cores, host, List.of(), List.of());
    }

    public Readings(long nanos, Map<Metric, Reading> values, List<Core> cores) {
        this(nanos, values, cores, HostIdentity.UNKNOWN);
    }

    /** The same tick, with another look at what somebody wants to see closely. */
    public Readings with(Closeup next) {
        return new Readings(nanos, values, cores, host, processes, busiest, next);
    }

    public Reading of(Metric metric) {
        Reading reading = values.get(metric);
        if (reading != null) return reading;
        return values.isEmpty() ? Reading.WARMING_UP : Reading.absent(UNSUPPORTED, "no probe gives it here");
    }
}
