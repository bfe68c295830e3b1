package interleave.lab.claims;

import interleave.lab.Place;
import interleave.lab.stats.Bootstrap;
import interleave.spec.RunSpec;

/**
 * One side of a claim: what is measured, under the name that the claim's rule has for it.
 *
 * @param counted whether the rule asks for a count or a state that one repetition shows, such as updates that were
 *     lost; else its numbers are compared with another side's, for which it takes several
 */
public record Setting(String key, Experiment experiment, boolean counted) {
    /**
     * Of three repetitions of each side all nine pairs agree by chance in 1 of 10 cases where there is no difference,
     * and by a factor of 1.2 and more in far fewer. So the rules, which ask for such factors, may decide from three.
     */
    public static final int QUICK = 3;

    /** Where numbers are compared. */
    static Setting compared(String key, RunSpec spec, Place place) {
        return new Setting(key, new Experiment.Run(spec, place, false), false);
    }

    /** The same in a JVM that has warmed up, also where it is quick. */
    static Setting warm(String key, RunSpec spec, Place place) {
        return new Setting(key, new Experiment.Run(spec, place, true), false);
    }

    /** Where one repetition shows it. */
    static Setting counted(String key, RunSpec spec, Place place) {
        return new Setting(key, new Experiment.Run(spec, place, false), true);
    }

    /** The number of repetitions that the rule needs. */
    int repetitions(boolean quick) {
        if (counted) return quick ? 1 : QUICK;
        return quick ? QUICK : Bootstrap.FEWEST;
    }
}
