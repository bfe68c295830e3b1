package interleave.metric;

import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.STALE;

/** The only place that divides: pure functions of two samples of counters that never go back. */
public final class Rates {
    private Rates() {}

    /** Events per second; absent when no time has passed or the counter went back. */
    public static Reading perSecond(long before, long after, long elapsedNanos) {
        if (elapsedNanos <= 0) return Reading.absent(STALE, "no time between two samples");
        if (after < before) return Reading.absent(FAILED, "the counter went back");
        return Reading.of((after - before) * 1e9 / elapsedNanos);
    }

    /** Time that a counter of nanoseconds grew by, in percent of the time that passed; above 100 where CPUs add up. */
    public static Reading timePercent(long beforeNanos, long afterNanos, long elapsedNanos) {
        return perSecond(beforeNanos, afterNanos, elapsedNanos).map(nanosPerSecond -> nanosPerSecond / 1e7);
    }

    /** {@code part} of {@code whole} in percent; absent when there is no whole. */
    public static Reading percent(double part, double whole) {
        return ratio(part * 100, whole, "nothing to divide by");
    }

    /** {@code numerator / denominator}; absent, for {@code whyNot}, unless the denominator is positive. */
    public static Reading ratio(double numerator, double denominator, String whyNot) {
        if (!(denominator > 0) || !Double.isFinite(numerator)) return Reading.absent(STALE, whyNot);
        return Reading.of(numerator / denominator);
    }
}
