package interleave.state;

import interleave.metric.Core;
import interleave.metric.History;
import interleave.metric.HostMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.Timeline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The machine's histories. Immutable.
 *
 * @param time the slots of these and of the runs' histories
 * @param followed those of the thread or pool that is followed
 */
public record Trends(
        Timeline time,
        History busy,
        History switches,
        History interrupts,
        History runnable,
        Map<Integer, History> cores,
        Map<ProcessReadings.Id, ProcessTrend> processes,
        Optional<ThreadTrend> followed) {
    /** Two slots a cell: enough for a graph across a screen of 400 columns. */
    static final int CAPACITY = 800;
    /** There may be hundreds of cores, and their graphs are small. */
    private static final int CORE_CAPACITY = 200;

    private static final History NOTHING = History.ofCapacity(CAPACITY);
    private static final History NO_CORE = History.ofCapacity(CORE_CAPACITY);

    /** @param step the time that a slot of a history stands for, whatever the pace will be */
    static Trends inStepsOf(Duration step) {
        return new Trends(
                Timeline.inStepsOf(step.toNanos()),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    /** @param interval between this sample and the next */
    Trends plus(Readings readings, Duration interval) {
        Timeline now = time.plus(readings.nanos(), interval.toNanos());
        Map<Integer, History> next = new HashMap<>();
        for (Core core : readings.cores()) next.put(core.id(), plus(ofCore(core.id()), core.busy(), now));
        return new Trends(
                now,
                plus(busy, readings.of(HostMetrics.BUSY_PERCENT), now),
                plus(switches, readings.of(HostMetrics.SWITCHES_PER_S), now),
                plus(interrupts, readings.of(HostMetrics.INTERRUPTS_PER_S), now),
                plus(runnable, readings.of(HostMetrics.RUNNABLE), now),
                next,
                processes(readings, now),
                followed.map(trend -> trend.plus(readings.closeup().threads(), now)));
    }

    /** With the histories of another thread or pool, or of none. */
    Trends following(Optional<ThreadKey> key) {
        Optional<ThreadTrend> next = key.map(ThreadTrend::of);
        return new Trends(time, busy, switches, interrupts, runnable, cores, processes, next);
    }

    /** With the followed thread or pool under another key, and its histories as they were. */
    Trends keyed(UnaryOperator<ThreadKey> key) {
        Optional<ThreadTrend> next = followed.map(
                trend -> new ThreadTrend(key.apply(trend.key()), trend.histories(), trend.last(), trend.there()));
        return new Trends(time, busy, switches, interrupts, runnable, cores, processes, next);
    }

    /** Of those that are watched: nothing is kept of others. */
    private Map<ProcessReadings.Id, ProcessTrend> processes(Readings readings, Timeline now) {
        if (readings.processes().isEmpty()) return Map.of();
        Map<ProcessReadings.Id, ProcessTrend> next = new HashMap<>();
        for (ProcessReadings process : readings.processes())
            next.put(process.id(), ofProcess(process.id()).plus(process, now));
        return next;
    }

    private static History plus(History history, Reading reading, Timeline now) {
        return history.plus(reading, now.slot(), now.covered());
    }

    public ProcessTrend ofProcess(ProcessReadings.Id id) {
        ProcessTrend trend = processes.get(id);
        return trend == null ? ProcessTrend.NONE : trend;
    }

    public History ofCore(int id) {
        return cores.getOrDefault(id, NO_CORE);
    }
}
