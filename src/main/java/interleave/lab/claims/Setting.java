package interleave.lab.claims;

import interleave.lab.Place;
import interleave.lab.claims.Experiment.Pace;
import interleave.lab.stats.Bootstrap;
import interleave.spec.RunSpec;

/** One side of a claim: what is measured, under the name that the claim's rule has for it. */
public record Setting(String key, Experiment experiment, Part part) {
    /** The use that a rule makes of a side. */
    public enum Part {
        /** Its numbers are compared with another side's, for which it takes several repetitions. */
        COMPARED,
        /** A count or a state, such as updates that were lost: one repetition shows it, and no noise hides it. */
        COUNTED,
        /** It stands in the results beside the others, and decides nothing. */
        TOLD
    }

    /**
     * Of three repetitions of each side all nine pairs agree by chance in 1 of 10 cases where there is no difference,
     * and by a factor of 1.2 and more in far fewer. So the rules, which ask for such factors, may decide from three.
     */
    public static final int QUICK = 3;

    static Setting compared(String key, RunSpec spec, Place place) {
        return compared(key, spec, place, Pace.USUAL);
    }

    static Setting compared(String key, RunSpec spec, Place place, Pace pace) {
        return new Setting(key, new Experiment.Run(spec, place, pace), Part.COMPARED);
    }

    static Setting counted(String key, RunSpec spec, Place place) {
        return counted(key, spec, place, Pace.USUAL);
    }

    static Setting counted(String key, RunSpec spec, Place place, Pace pace) {
        return new Setting(key, new Experiment.Run(spec, place, pace), Part.COUNTED);
    }

    /** The same measurement, of which the rule only tells. */
    Setting told() {
        return as(Part.TOLD);
    }

    /** The same measurement for another use. */
    Setting as(Part other) {
        return new Setting(key, experiment, other);
    }

    public boolean counted() {
        return part == Part.COUNTED;
    }

    /** The number of repetitions that the rule needs. */
    int repetitions(boolean quick) {
        return switch (part) {
            case COMPARED -> quick ? QUICK : Bootstrap.FEWEST;
            case COUNTED -> quick ? 1 : QUICK;
            case TOLD -> quick ? 1 : QUICK;
        };
    }
}
