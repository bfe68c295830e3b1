package interleave.lab;

import interleave.metric.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The other work of this machine during a repetition, from the start of its processes to their end. What is not known
 * spoils nothing.
 *
 * @param cpus how many CPUs there are
 * @param others the CPU time of other processes, over the time that passed: 1 is one core
 * @param steal the share of the CPUs' time that the hypervisor gave to somebody else (steal in {@code /proc/stat})
 * @param throttled the time in which a CPU quota held us back, summed over CPUs, over the time that passed
 * @param pausedSeconds for how long the run stood still, alone or with the whole machine
 * @param speed of the CPUs, over what is usual here: 1 is as usual
 * @param slowed the share of the measured time that is left out, since the CPUs of the run were slower in it than
 *     usual, though no counter shows why: {@link SpeedProbe}
 * @param waited how many of the run's own threads could run and had no CPU, on average over its life. It is told, and
 *     spoils nothing: they wait for each other, too
 */
public record Noise(
        int cpus,
        Reading others,
        Reading steal,
        Reading throttled,
        Reading pausedSeconds,
        Reading speed,
        Reading slowed,
        Reading waited) {
    static final Reading NOT_PROBED = Reading.absent(Reading.Why.UNSUPPORTED, "the run had no CPUs of its own");

    static final Reading NOT_SEEN = Reading.absent(Reading.Why.UNSUPPORTED, "its threads were not looked at");

    /** That of a machine at rest. */
    public static final Noise NONE = new Noise(1, 0, 0, 0, 0);

    /** Below that share of the usual speed. Here it is 0.97 and more, on a machine at rest. */
    private static final double SLOW = 0.85;

    /** Of each CPU. What a machine at rest does stays far below: 0.3 to 1 % of a core here. */
    private static final double MOST_OTHERS = 0.05;

    /** Of the measured time: from fewer windows than that share nothing is told. */
    private static final double MOST_SLOWED = 0.5;

    private static final double MOST_STEAL = 0.03;
    private static final double MOST_THROTTLED = 0.01;

    /** At the usual speed. */
    public Noise(int cpus, double others, double steal, double throttled, double pausedSeconds) {
        this(
                cpus,
                Reading.of(others),
                Reading.of(steal),
                Reading.of(throttled),
                Reading.of(pausedSeconds),
                Reading.of(1),
                NOT_PROBED,
                NOT_SEEN);
    }

    /** Nothing of it is known, for one reason. */
    public static Noise unknown(String why) {
        Reading none = Reading.absent(Reading.Why.UNSUPPORTED, why);
        return new Noise(1, none, none, none, none, none, none, none);
    }

    /** @param threads of the run that waited for a CPU, on average */
    Noise waited(Reading threads) {
        return new Noise(cpus, others, steal, throttled, pausedSeconds, speed, slowed, threads);
    }

    /** @param share of the measured time that is left out */
    Noise slowed(Reading share) {
        return new Noise(cpus, others, steal, throttled, pausedSeconds, speed, share, waited);
    }

    /** The use of other processes from which on a repetition counts for nothing, in cores. */
    static double tooMuch(int cpus) {
        return MOST_OTHERS * cpus;
    }

    /** Why a repetition under it counts for nothing; empty if it counts. */
    public Optional<String> spoils() {
        if (over(pausedSeconds, 0)) return Optional.of(words("it stood still for %.1f s", pausedSeconds, 1));
        if (over(throttled, MOST_THROTTLED))
            return Optional.of(words(
                    "a CPU quota held it back for %.0f %% of the time",
                    throttled.map(share -> Math.min(1, share)), 100));
        if (over(steal, MOST_STEAL))
            return Optional.of(words("the hypervisor took %.0f %% of the CPUs' time (steal)", steal, 100));
        if (speed.orElse(1) < SLOW) return Optional.of(words("the CPUs had %.0f %% of their usual speed", speed, 100));
        if (over(slowed, MOST_SLOWED))
            return Optional.of(words(
                    "for %.0f %% of the time its CPUs were slower than usual, and no counter shows why", slowed, 100));
        if (over(others, tooMuch(cpus)))
            return Optional.of(words("other processes took %.0f %% of a core", others, 100));
        return Optional.empty();
    }

    private static boolean over(Reading reading, double most) {
        return reading.orElse(0) > most;
    }

    /** The most of each that is known, and the lowest speed. */
    public static Noise most(List<Noise> all) {
        if (all.isEmpty()) return unknown("no repetition counts");
        Noise most = all.getFirst();
        for (Noise each : all)
            most = new Noise(
                    Math.max(most.cpus, each.cpus),
                    most(most.others, each.others),
                    most(most.steal, each.steal),
                    most(most.throttled, each.throttled),
                    most(most.pausedSeconds, each.pausedSeconds),
                    most(most.speed.map(speed -> -speed), each.speed.map(speed -> -speed))
                            .map(speed -> -speed),
                    most(most.slowed, each.slowed),
                    most(most.waited, each.waited));
        return most;
    }

    private static Reading most(Reading one, Reading other) {
        if (!one.present() || !other.present()) return one.present() ? one : other;
        return one.orElse(0) >= other.orElse(0) ? one : other;
    }

    /** For people: the use of other processes and steal. */
    public String words() {
        return "other processes " + percent(others, "%.1f %% of a core") + ", steal " + percent(steal, "%.1f %%");
    }

    /** The speed of the CPUs for people. */
    public String speedWords() {
        return percent(speed, "%.0f %%");
    }

    private static String percent(Reading share, String format) {
        return share.text(value -> String.format(Locale.ROOT, format, 100 * value), "not known");
    }

    private static String words(String format, Reading number, double scale) {
        return String.format(Locale.ROOT, format, scale * number.orElse(0));
    }
}
