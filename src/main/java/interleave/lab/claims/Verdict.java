package interleave.lab.claims;

/** The word on a claim that this machine's measurements allow. */
public enum Verdict {
    CONFIRMED("CONFIRMED"),
    REFUTED("REFUTED"),
    /** True of one side and not of another; both are told, with their numbers. */
    DEPENDS("DEPENDS"),
    /** The measurements do not decide it; why is told. */
    INCONCLUSIVE("INCONCLUSIVE"),
    /** It could not be measured; why is told. */
    NOT_POSSIBLE("NOT POSSIBLE HERE");

    /** On the screen and in results. */
    public final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** True if the measurements decided it, one way or the other. */
    public boolean decided() {
        return this == CONFIRMED || this == REFUTED || this == DEPENDS;
    }
}
