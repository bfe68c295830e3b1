package interleave.state;

import interleave.metric.History;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.Timeline;

/** The histories of one watched process. They stand still with its end. Immutable. */
public record ProcessTrend(History cpu, History switches) {
    static final ProcessTrend NONE =
            new ProcessTrend(History.ofCapacity(Trends.CAPACITY), History.ofCapacity(Trends.CAPACITY));

    ProcessTrend plus(ProcessReadings process, Timeline now) {
        if (process.over()) return this;
        return new ProcessTrend(
                plus(cpu, process.of(ProcessMetrics.CPU_PERCENT), now),
                plus(switches, process.of(ProcessMetrics.SWITCHES_PER_S), now));
    }

    private static History plus(History history, Reading reading, Timeline now) {
        return history.plus(reading, now.slot(), now.covered());
    }
}
