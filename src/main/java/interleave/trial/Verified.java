package interleave.trial;

/** Whether a run was what its numbers say: every result right, and every failure seen that was raised. */
public enum Verified {
    YES("yes"),
    NO("NO"),
    /** It did not come to an end at which its counters are at rest. */
    FAILED("the run failed"),
    NOTHING_MEASURED("nothing was measured");

    /** On the screen, or why it is not known. */
    public final String words;

    Verified(String words) {
        this.words = words;
    }

    public boolean known() {
        return this == YES || this == NO;
    }
}
