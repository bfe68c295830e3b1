package interleave.spec;

import java.util.Optional;

/** A setting of a run, besides its load, that can be changed while it runs. */
public enum Knob {
    /** Threads in the model's pool. */
    POOL("pool", "pool", "pool size", 1, Limits.MOST_THREADS),
    /** Event loops, each on a thread of its own. */
    LOOPS("loops", "loops", "event loops", 1, 256),
    /** OS threads that carry virtual threads: {@code VirtualThreadSchedulerMXBean.setParallelism}. */
    CARRIERS("carriers", "carriers", "carriers", 1, 256),
    /** The time for which a task waits, or the service before it answers. */
    LATENCY("latency_us", "latency", "latency", 0, Limits.LONGEST_LATENCY.toNanos() / 1000),
    /** The CPU time that a task takes besides: it computes for so long, after what it waits for has come. */
    WORK("work_us", "work", "work", 0, Limits.LONGEST_WORK.toNanos() / 1000),
    /** The requests to the service that may be under way at once, as a pool of connections bounds them; 0: no bound. */
    CONNECTIONS("connections", "connections", "connections", 0, Limits.MOST_CONNECTIONS),
    /** The side of the square picture that is blurred: with twice as many pixels, four times the work. */
    TILE("tile_px", "tile", "tile side", 16, 1024);

    private static final String TIME = "_us";

    /** In snake_case with its unit, as orders have it. */
    public final String key;
    /** As options of the command line and settings of a workload have it. */
    public final String option;
    /** As the screen has it. */
    public final String title;

    public final long least;
    public final long most;

    Knob(String key, String option, String title, long least, long most) {
        this.key = key;
        this.option = option;
        this.title = title;
        this.least = least;
        this.most = most;
    }

    public static Optional<Knob> of(String key) {
        for (Knob knob : values()) if (knob.key.equals(key)) return Optional.of(knob);
        return Optional.empty();
    }

    /** By its name as an option. */
    public static Optional<Knob> ofOption(String name) {
        for (Knob knob : values()) if (knob.option.equals(name)) return Optional.of(knob);
        return Optional.empty();
    }

    /** True if its values are microseconds. */
    public boolean isTime() {
        return key.endsWith(TIME);
    }

    /** True if with that value it is as if it were not there. */
    public boolean isOff(long value) {
        return (this == WORK || this == CONNECTIONS) && value == 0;
    }

    public boolean allows(long value) {
        return value >= least && value <= most;
    }
}
