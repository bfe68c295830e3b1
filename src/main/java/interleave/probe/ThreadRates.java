package interleave.probe;

import interleave.kernel.ThreadCounters;
import interleave.kernel.ThreadState;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.ThreadMetrics;
import java.util.Arrays;

/** The readings of a thread by two looks at it, in the order of {@link ThreadMetrics#ALL}. Pure. */
final class ThreadRates {
    private static final int SWITCHES = ThreadMetrics.ALL.indexOf(ThreadMetrics.SWITCHES_PER_S);
    private static final int CPU = ThreadMetrics.ALL.indexOf(ThreadMetrics.CPU_PERCENT);
    private static final int WAIT = ThreadMetrics.ALL.indexOf(ThreadMetrics.RUN_QUEUE_WAIT_PERCENT);
    private static final int VOLUNTARY = ThreadMetrics.ALL.indexOf(ThreadMetrics.VOLUNTARY_SWITCHES_PER_S);
    private static final int INVOLUNTARY = ThreadMetrics.ALL.indexOf(ThreadMetrics.INVOLUNTARY_SWITCHES_PER_S);

    private static final float[] NOTHING = new float[ThreadMetrics.ALL.size()];

    private ThreadRates() {}

    static float[] unknown() {
        float[] values = new float[ThreadMetrics.ALL.size()];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    /** With the counters' rates. The kinds of switches are unknown until they are asked for, unless there were none. */
    static float[] of(ThreadCounters before, ThreadCounters after, long elapsedNanos, float[] last) {
        if (elapsedNanos <= 0) return last;
        if (before.equals(after) && after.waitsCounted()) return NOTHING;
        float[] values = last.clone();
        values[SWITCHES] = number(Rates.perSecond(before.switches(), after.switches(), elapsedNanos));
        values[CPU] = number(Rates.timePercent(before.cpuNanos(), after.cpuNanos(), elapsedNanos));
        values[WAIT] = before.waitsCounted() && after.waitsCounted()
                ? number(Rates.timePercent(before.waitedNanos(), after.waitedNanos(), elapsedNanos))
                : Float.NaN;
        float kinds = before.switches() == after.switches() ? 0 : Float.NaN;
        values[VOLUNTARY] = kinds;
        values[INVOLUNTARY] = kinds;
        return values;
    }

    /**
     * With both kinds of switches.
     *
     * @param both of the last look in full, voluntary ones first
     */
    static float[] split(long[] both, ThreadState after, long elapsedNanos, float[] last) {
        if (elapsedNanos <= 0) return last;
        float[] values = last.clone();
        values[VOLUNTARY] = number(Rates.perSecond(both[0], after.voluntary(), elapsedNanos));
        values[INVOLUNTARY] = number(Rates.perSecond(both[1], after.involuntary(), elapsedNanos));
        return values;
    }

    private static float number(Reading reading) {
        return reading instanceof Reading.Value(double value) ? (float) value : Float.NaN;
    }
}
