package interleave.state;

/**
 * The outcome of a claim.
 *
 * @param verdict as results have it
 * @param why in a sentence or two, with numbers
 * @param repetitions those that count
 * @param spoiled those that noise spoiled
 */
public record LabOutcome(Kind kind, String verdict, String why, int repetitions, int spoiled) {
    /** The kinds of verdicts, as far as a picture tells them apart. */
    public enum Kind {
        CONFIRMED,
        REFUTED,
        DEPENDS,
        UNDECIDED
    }
}
