package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Ticker;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The catalogue of the machine's metrics, which every outlet iterates, against the probes that give them. */
class CatalogueTest {
    private static final Set<String> SCREEN = Set.of("interleave", "interleave.panel", "interleave.state");

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

    /** OSHI took 80 ms of CPU after each start, for a number of cores that the screen does not have. */
    @Test
    void theMonitorDoesNotWaitForSlowProbes() {
        for (Probe<?> probe : Probes.shown(Path.of("/proc"), Path.of("/sys"), Ticker.SYSTEM))
            assertFalse(probe.slowToStart(), probe.name());
    }

    /** The monitor does not read what it does not show; what it names, it reads. */
    @Test
    void whatTheScreenNamesIsReadForIt() throws IllegalAccessException {
        Set<Metric> read = new HashSet<>(Set.of(HostMetrics.SAMPLE_MS));
        for (Probe<?> probe : Probes.shown(Path.of("/proc"), Path.of("/sys"), Ticker.SYSTEM))
            read.addAll(probe.metrics());
        Set<String> named = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("interleave").stream()
                        .filter(one -> SCREEN.contains(one.getPackageName()))
                        .flatMap(one -> one.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().isEquivalentTo(HostMetrics.class))
                        .forEach(access -> named.add(access.getTarget().getName()));
        assertTrue(named.size() > 15, named.toString());
        for (Field field : HostMetrics.class.getFields())
            if (named.contains(field.getName()) && field.get(null) instanceof Metric metric)
                assertTrue(read.contains(metric), field.getName());
    }
}
