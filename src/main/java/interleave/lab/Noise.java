package interleave.lab;

import interleave.metric.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The other work of this machine during a repetition, from the start of its processes to their end.
 *
 * @param cpus how many CPUs there are
 * @param others the CPU time of other processes, over the time that passed: 1 is one core
 * @param steal the share of the CPUs' time that the hypervisor gave to somebody else (steal in {@code /proc/stat})
 * @param throttled the share of the time in which a CPU quota held us back
 * @param pausedSeconds for how long the run stood still, alone or with the whole machine
 * @param speed of the CPUs, over what is usual here: 1 is as usual
 * @param waited how many of the run's own threads could run and had no CPU, on average over its life. It is told, and
 *     spoils nothing: they wait for each other, too
 */
public record Noise(
        int cpus, double others, double steal, double throttled, double pausedSeconds, double speed, Reading waited) {
    private static final Reading NOT_SEEN = Reading.absent(Reading.Why.UNSUPPORTED, "its threads were not looked at");

    public static final Noise NONE = new Noise(1, 0, 0, 0, 0);

    /** Below that share of the usual speed. Here it is 0.97 and more, on a machine at rest. */
    private static final double SLOW = 0.85;

    /** Of each CPU. What a machine at rest does stays far below: 0.3 to 1 % of a core here. */
    private static final double MOST_OTHERS = 0.05;

    private static final double MOST_STEAL = 0.03;
    private static final double MOST_THROTTLED = 0.01;

    /** At the usual speed. */
    public Noise(int cpus, double others, double steal, double throttled, double pausedSeconds) {
        this(cpus, others, steal, throttled, pausedSeconds, 1, NOT_SEEN);
    }

    /** @param threads of the run that waited for a CPU, on average */
    Noise waited(Reading threads) {
        return new Noise(cpus, others, steal, throttled, pausedSeconds, speed, threads);
    }

    /** Why a repetition under it counts for nothing; empty if it counts. */
    public Optional<String> spoils() {
        if (pausedSeconds > 0) return Optional.of(words("it stood still for %.1f s", pausedSeconds));
        if (throttled > MOST_THROTTLED)
            return Optional.of(words("a CPU quota held it back for %.0f %% of the time", 100 * throttled));
        if (steal > MOST_STEAL)
            return Optional.of(words("the hypervisor took %.0f %% of the CPUs' time (steal)", 100 * steal));
        if (speed < SLOW) return Optional.of(words("the CPUs had %.0f %% of their usual speed", 100 * speed));
        if (others > MOST_OTHERS * cpus)
            return Optional.of(words("other processes took %.0f %% of a core", 100 * others));
        return Optional.empty();
    }

    /** The most of each, and the lowest speed. */
    public static Noise most(List<Noise> all) {
        Noise most = NONE;
        for (Noise each : all)
            most = new Noise(
                    Math.max(most.cpus, each.cpus),
                    Math.max(most.others, each.others),
                    Math.max(most.steal, each.steal),
                    Math.max(most.throttled, each.throttled),
                    Math.max(most.pausedSeconds, each.pausedSeconds),
                    Math.min(most.speed, each.speed),
                    most(most.waited, each.waited));
        return most;
    }

    private static Reading most(Reading one, Reading other) {
        if (!one.present() || !other.present()) return one.present() ? one : other;
        return one.orElse(0) >= other.orElse(0) ? one : other;
    }

    private static String words(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
