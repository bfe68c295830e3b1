package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.screen.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What limits this machine for us stands beside its cores. */
class HeaderPanelTest {
    private static final Size SIZE = new Size(120, 40);

    @Test
    void aMemoryLimitIsTold() {
        assertHeader("memory limit 300M", Map.of(HostMetrics.CGROUP_MEMORY_LIMIT_BYTES, Reading.of(300 << 20)));
    }

    @Test
    void aQuotaIsTold() {
        assertHeader("cores . quota 0.6", Map.of(HostMetrics.CGROUP_CPUS, Reading.of(0.6)));
    }

    private static void assertHeader(String words, Map<Metric, Reading> instead) {
        String header = Picture.draw(Scenes.threeRuns(SIZE, instead))
                .toString()
                .lines()
                .findFirst()
                .orElseThrow();
        assertTrue(header.matches(".*" + words + ".*"), header);
    }
}
