package interleave.lab;

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
 * @param pausedSeconds for how long the run stood still
 */
public record Noise(int cpus, double others, double steal, double throttled, double pausedSeconds) {
    public static final Noise NONE = new Noise(1, 0, 0, 0, 0);

    /** Of each CPU. What a machine at rest does stays far below: 0.3 to 1 % of a core here. */
    private static final double MOST_OTHERS = 0.05;

    private static final double MOST_STEAL = 0.03;
    private static final double MOST_THROTTLED = 0.01;

    /** Why a repetition under it counts for nothing; empty if it counts. */
    public Optional<String> spoils() {
        if (pausedSeconds > 0) return Optional.of(words("it stood still for %.1f s", pausedSeconds));
        if (throttled > MOST_THROTTLED)
            return Optional.of(words("a CPU quota held it back for %.0f %% of the time", 100 * throttled));
        if (steal > MOST_STEAL)
            return Optional.of(words("the hypervisor took %.0f %% of the CPUs' time (steal)", 100 * steal));
        if (others > MOST_OTHERS * cpus)
            return Optional.of(words("other processes took %.0f %% of a core", 100 * others));
        return Optional.empty();
    }

    /** The most of each. */
    public static Noise most(List<Noise> all) {
        Noise most = NONE;
        for (Noise each : all)
            most = new Noise(
                    Math.max(most.cpus, each.cpus),
                    Math.max(most.others, each.others),
                    Math.max(most.steal, each.steal),
                    Math.max(most.throttled, each.throttled),
                    Math.max(most.pausedSeconds, each.pausedSeconds));
        return most;
    }

    private static String words(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
