package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.screen.Size;
import interleave.state.State;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits that this machine sets us stand beside its cores. */
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

    /** That is more than how loaded they are; on 80 columns there is room for one of the two. */
    @Test
    void coresThatAreNotOursAreToldOnANarrowScreenToo() {
        told(80, 64, ".*demo-host . 63 of 64 cores .*pressure.*");
        told(76, 64, ".*demo-host . 63/64 cores  .*pressure.*");
        told(40, 64, ".*63 of 64 cores.*");
        told(80, 2, ".*demo-host +load .*pressure.*");
    }

    private static void told(int columns, int cores, String words) {
        String header = first(Scenes.firstNumbers(new Size(columns, 24), cores));
        assertTrue(header.matches(words), header);
    }

    private static String first(State state) {
        return Picture.draw(state).toString().lines().findFirst().orElseThrow();
    }

    private static void assertHeader(String words, Map<Metric, Reading> instead) {
        String header = first(Scenes.threeRuns(SIZE, instead));
        assertTrue(header.matches(".*" + words + ".*"), header);
    }
}
