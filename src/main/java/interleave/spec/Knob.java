package interleave.spec;

import java.util.Optional;

/** A setting of a run, besides its load, that can be changed while it runs. */
public enum Knob {
    /** Threads in the model's pool. */
    POOL("pool", "pool size", 1, Limits.MOST_THREADS),
    /** Event loops, each on a thread of its own. */
    LOOPS("loops", "event loops", 1, 256),
    /** OS threads that carry virtual threads: {@code VirtualThreadSchedulerMXBean.setParallelism}. */
    CARRIERS("carriers", "carriers", 1, 256),
    /** The time for which a task waits, or the service before it answers. */
    LATENCY("latency_us", "latency", 0, Limits.LONGEST_LATENCY.toNanos() / 1000);

    /** In snake_case with its unit, as orders have it. */
    public final String key;
    /** As the screen has it. */
    public final String title;

    public final long least;
    public final long most;

    Knob(String key, String title, long least, long most) {
        this.key = key;
        this.title = title;
        this.least = least;
        this.most = most;
    }

    public static Optional<Knob> of(String key) {
        for (Knob knob : values()) if (knob.key.equals(key)) return Optional.of(knob);
        return Optional.empty();
    }

    public boolean allows(long value) {
        return value >= least && value <= most;
    }
}
