package interleave.probe;

/**
 * When to sample. Deadlines are multiples of the interval from a fixed start, so that lateness never adds up.
 * Immutable.
 *
 * @param quick how many ticks of {@link #QUICK_NANOS} are still to come before the regular ones
 * @param last when the last tick was due
 * @param due when the next one is
 */
record Schedule(long intervalNanos, int quick, long last, long due) {
    /** Early rates: a first screen with nothing but dashes is no screen. */
    static final long QUICK_NANOS = 250_000_000L;

    private static final int QUICK_TICKS = 2;

    static Schedule starting(long now, long intervalNanos) {
        return new Schedule(intervalNanos, QUICK_TICKS, now, now);
    }

    /** After a tick that ended at {@code now}: deadlines that went by meanwhile are left out, not caught up with. */
    Schedule next(long now) {
        long step = quick > 0 ? Math.min(QUICK_NANOS, intervalNanos) : intervalNanos;
        long missed = Math.max(0, Math.floorDiv(now - due, step));
        return new Schedule(intervalNanos, Math.max(0, quick - 1), due, due + (missed + 1) * step);
    }

    /** Another interval, counted from the last tick; the next one is due at once if it is that long ago. */
    Schedule every(long nanos, long now) {
        return new Schedule(nanos, quick, last, Math.max(now, last + nanos));
    }
}
