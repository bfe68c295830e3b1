package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue of the machine's metrics, which every outlet iterates, against the probes that give them. */
class CatalogueTest {
    @Test
    void eachMetricIsGivenByOneProbeAndNoProbeGivesAnother() {
        Set<Metric> given = new HashSet<>();
        for (Probe<?> probe : Probes.linux(Path.of("/proc"), Path.of("/sys"), Ticker.SYSTEM))
            for (Metric metric : probe.metrics()) assertTrue(given.add(metric), metric.name());
        List<String> missing = HostMetrics.ALL.stream()
                .filter(metric -> !given.contains(metric) && metric != HostMetrics.SAMPLE_MS)
                .map(Metric::name)
                .toList();
        assertEquals(List.of(), missing, "no probe gives them");
        assertTrue(HostMetrics.ALL.containsAll(given), "a probe gives what no outlet has");
    }
}
