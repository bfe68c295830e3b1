package interleave.cli;

import interleave.spec.RunSpec;
import picocli.CommandLine.Option;

/** The seed of all that is drawn by lot. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = RunConverters.OfSeed.class,
            description =
                    "Decides what is drawn by lot, so that it can be repeated; default " + RunSpec.DEFAULT_SEED + ".")
    private long seed = RunSpec.DEFAULT_SEED;

    long value() {
        return seed;
    }
}
