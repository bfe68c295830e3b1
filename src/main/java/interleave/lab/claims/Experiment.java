package interleave.lab.claims;

import interleave.lab.Place;
import interleave.spec.RunSpec;
import java.util.Optional;

/** Something that the {@link Bench} can measure once. Equal ones are measured for all claims together. */
public sealed interface Experiment {
    /**
     * A run in a fresh process.
     *
     * @param place of its CPUs and its service's or client's, where it has one
     */
    record Run(RunSpec spec, Place place, Pace pace) implements Experiment {}

    /**
     * The time from a key to its answer on the screen of a monitor of its own.
     *
     * @param behind a run that goes on meanwhile; empty: none does
     */
    record Keys(Optional<RunSpec> behind) implements Experiment {}

    /** The time that a run is given. */
    enum Pace {
        /** Something is counted: a warm JVM would count the same. */
        BRIEF,
        USUAL,
        /**
         * Its JVM must have compiled what it runs, also where the lab is quick: at a fixed rate that takes longer, and
         * its CPU time is part of what is compared.
         */
        WARM
    }
}
