package interleave.lab.stats;

/** The word on a candidate against the base that the interval of their ratio allows. */
public enum Verdict {
    HIGHER("higher"),
    LOWER("lower"),
    /** None was seen, in an interval as narrow as the precision that was asked for. */
    NO_DIFFERENCE("no difference"),
    INCONCLUSIVE("inconclusive");

    /** On the screen and in results. */
    public final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * @param ratio of the candidate to the base
     * @param margin by how much the interval must exclude 1, as in 0.01
     * @param precision from which half-width of the interval on a difference would have been seen
     */
    public static Verdict of(Interval ratio, double margin, double precision) {
        if (ratio.low() > 1 + margin) return HIGHER;
        if (ratio.high() < 1 - margin) return LOWER;
        return ratio.halfWidth() <= precision ? NO_DIFFERENCE : INCONCLUSIVE;
    }
}
