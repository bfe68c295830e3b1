package interleave.state;

import interleave.metric.Core;
import interleave.metric.History;
import interleave.metric.HostMetrics;
import interleave.metric.Readings;
import java.util.HashMap;
import java.util.Map;

/** The machine's histories, one entry a tick. Immutable. */
public record Trends(
        History busy, History switches, History interrupts, History runnable, Map<Integer, History> cores) {
    /** Two samples a cell: enough for a graph across a screen of 400 columns. */
    static final int CAPACITY = 800;
    /** There may be hundreds of cores, and their graphs are small. */
    private static final int CORE_CAPACITY = 200;

    private static final History NOTHING = History.ofCapacity(CAPACITY);
    private static final History NO_CORE = History.ofCapacity(CORE_CAPACITY);

    static final Trends EMPTY = new Trends(NOTHING, NOTHING, NOTHING, NOTHING, Map.of());

    Trends plus(Readings readings) {
        Map<Integer, History> next = new HashMap<>();
        for (Core core : readings.cores()) next.put(core.id(), ofCore(core.id()).plus(core.busy()));
        return new Trends(
                busy.plus(readings.of(HostMetrics.BUSY_PERCENT)),
                switches.plus(readings.of(HostMetrics.SWITCHES_PER_S)),
                interrupts.plus(readings.of(HostMetrics.INTERRUPTS_PER_S)),
                runnable.plus(readings.of(HostMetrics.RUNNABLE)),
                next);
    }

    public History ofCore(int id) {
        return cores.getOrDefault(id, NO_CORE);
    }
}
