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
     * @param warm whether its JVM must have compiled what it runs, also where it is quick: at a fixed rate that takes
     *     longer, and its CPU time is part of what is compared
     */
    record Run(RunSpec spec, Place place, boolean warm) implements Experiment {}

    /**
     * The time from a key to its answer on the screen of a monitor of its own.
     *
     * @param behind a run that goes on meanwhile; empty: none does
     */
    record Keys(Optional<RunSpec> behind) implements Experiment {}
}
