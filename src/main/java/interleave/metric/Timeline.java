package interleave.metric;

/**
 * Time as slots of one length, and the slot of the newest sample: where it stands in every {@link History}, so that a
 * graph shows time whatever the pace of samples is and however many are missing. Immutable.
 *
 * @param stepNanos the length of a slot, the same for good
 * @param nanos the time of the newest sample
 * @param intervalNanos at which distance the newest sample was due
 * @param place how many slots lie between the first sample and the newest, not rounded
 * @param slot the newest sample's, counted from 0; below 0 before the first
 * @param covered of how many slots, this one and those before it, the newest sample tells
 */
public record Timeline(long stepNanos, long nanos, long intervalNanos, double place, long slot, long covered) {
    /** A slot is kept to until it is so far from the time: samples at the border of two slots are not torn apart. */
    private static final double KEPT_TO = 0.75;
    /**
     * A sample that comes later than so many intervals after the one before it was preceded by others that are missing.
     */
    private static final double LATEST = 1.75;

    public static Timeline inStepsOf(long nanos) {
        if (nanos <= 0) throw new IllegalArgumentException("a step must be longer than " + nanos + " ns");
        return new Timeline(nanos, 0, 0, 0, -1, 0);
    }

    /**
     * With another sample, which comes after all others.
     *
     * @param dueEveryNanos the interval between samples as it is now
     */
    public Timeline plus(long time, long dueEveryNanos) {
        if (slot < 0) return new Timeline(stepNanos, time, dueEveryNanos, 0, 0, 1);
        double steps = Math.max(0, time - nanos) / (double) stepNanos;
        double there = place + steps;
        long next = slot + Math.round(steps);
        if (Math.abs(there - next) > KEPT_TO) next = Math.max(slot, Math.round(there));
        return new Timeline(stepNanos, time, dueEveryNanos, there, next, covered(time, dueEveryNanos, next - slot));
    }

    /** All slots since the last sample, unless samples are missing: then as many as one tells of. */
    private long covered(long time, long dueEveryNanos, long since) {
        long usual = Math.max(dueEveryNanos, intervalNanos);
        if (time - nanos <= LATEST * usual) return Math.max(1, since);
        return Math.max(1, Math.round(dueEveryNanos / (double) stepNanos));
    }
}
