package interleave.cli;

/** The words of options that several commands have, each with a default of its own, which follows them. */
final class OptionWords {
    static final String WITHIN = "The time that all of it may take; default ";
    static final String ARRIVAL = "The distances between the starts of --rate: constant or poisson; default ";

    private OptionWords() {}
}
