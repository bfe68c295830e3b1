package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerCostTest {
    private static ProcessReadings server(Reading switches, Reading cpu) {
        Map<Metric, Reading> values = new LinkedHashMap<>(ProcessReadings.all(Reading.WARMING_UP));
        values.put(ProcessMetrics.SWITCHES_PER_S, switches);
        values.put(ProcessMetrics.CPU_PERCENT, cpu);
        values.put(ProcessMetrics.OS_THREADS, Reading.of(7));
        return new ProcessReadings(
                new ProcessReadings.Id(4711, 1),
                "node",
                Optional.empty(),
                false,
                new ProcessReadings.Source("s", true),
                values);
    }

    /** Half a core over 20,000 requests a second is 25 microseconds for each. */
    @Test
    void itsRatesAreDividedByTheTasksOfTheSameTime() {
        ServerCost cost = ServerCost.of(server(Reading.of(5000), Reading.of(50)), 3, 20_000, 2);
        assertEquals(Reading.of(0.25), cost.of(ServerMetrics.SWITCHES_PER_TASK));
        assertEquals(Reading.of(25), cost.of(ServerMetrics.CPU_US_PER_TASK));
        assertEquals(Reading.of(7), cost.of(ServerMetrics.OS_THREADS));
        assertEquals(Reading.of(3), cost.of(ServerMetrics.PROCESSES));
        assertEquals(4711, cost.pid());
    }

    @Test
    void withoutTasksOrRatesThereIsNone() {
        ServerCost idle = ServerCost.of(server(Reading.of(5), Reading.of(1)), 1, 0, 0);
        assertFalse(idle.of(ServerMetrics.SWITCHES_PER_TASK).present());
        ServerCost first = ServerCost.of(server(Reading.WARMING_UP, Reading.WARMING_UP), 1, 100, 1);
        assertEquals(Reading.WARMING_UP, first.of(ServerMetrics.CPU_US_PER_TASK));
    }
}
