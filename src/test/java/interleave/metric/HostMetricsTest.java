package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostMetricsTest {
    /** The kernel marks a sleep in io_uring_enter as one for a device: fifty idle threads are fifty blocked ones. */
    @Test
    void whatSleepsInIoUringIsNamedWhereItIsCounted() {
        for (Metric counted : List.of(HostMetrics.BLOCKED, HostMetrics.IOWAIT_PERCENT)) {
            assertTrue(counted.words().contains("io_uring"), counted.words());
            assertTrue(counted.source().contains("io_uring_enter"), counted.source());
        }
    }
}
