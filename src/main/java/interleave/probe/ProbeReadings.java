package interleave.probe;

import interleave.metric.Core;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.util.List;
import java.util.Map;

/** The part of one probe in a tick's {@link interleave.metric.Readings}. */
public record ProbeReadings(Map<Metric, Reading> values, List<Core> cores, HostIdentity host) {
    static ProbeReadings of(Map<Metric, Reading> values) {
        return new ProbeReadings(values, List.of(), HostIdentity.UNKNOWN);
    }
}
