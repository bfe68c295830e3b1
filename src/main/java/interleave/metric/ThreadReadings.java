package interleave.metric;

/**
 * The readings of one thread when it was last looked at. There may be ten thousand of them, so that this is small; one
 * that was not looked at again is the same object. Immutable.
 */
public final class ThreadReadings {
    /**
     * A thread for good: its number may be given to another one after its end.
     *
     * @param startTicks hundredths of a second from the boot to its start
     */
    public record Id(int pid, int tid, long startTicks) {}

    /**
     * Its names.
     *
     * @param own as the kernel has it, without control characters
     * @param pool the name that it shares with others of its pool, with {@code *} in place of a number; its own if none
     * @param kernel whether the kernel made it for itself
     */
    public record Names(String own, String pool, boolean kernel) {}

    /**
     * Its state when it was looked at in full.
     *
     * @param state one letter of proc_pid_stat(5)
     * @param cpu the one that it was on last
     * @param waitsIn the kernel's function in which it waits; empty where it does not or that is not known
     */
    public record Now(char state, int cpu, String waitsIn) {}

    private final Id id;
    private final Names names;
    private final Now now;
    private final float[] values;
    private final long nanos;

    /**
     * @param values one for each of {@link ThreadMetrics#ALL}, NaN where it is not known yet; nobody writes to it later
     * @param nanos the {@link Ticker}'s time of the look
     */
    public ThreadReadings(Id id, Names names, Now now, float[] values, long nanos) {
        this.id = id;
        this.names = names;
        this.now = now;
        this.values = values;
        this.nanos = nanos;
    }

    public Id id() {
        return id;
    }

    public Names names() {
        return names;
    }

    public Now now() {
        return now;
    }

    public long nanos() {
        return nanos;
    }

    /** One for each of {@link ThreadMetrics#ALL}, NaN where it is not known yet. Not to be written to. */
    public float[] values() {
        return values;
    }

    public Reading of(Metric metric) {
        float value = values[ThreadMetrics.place(metric)];
        return Float.isNaN(value) ? Reading.WARMING_UP : Reading.of(value);
    }

    /** As {@link #of}, without an object for each number; NaN where it is not known yet. For sums and orders only. */
    public double raw(Metric metric) {
        return values[ThreadMetrics.place(metric)];
    }
}
