package interleave.cli;

/** Whether a run was what its numbers say: every result right, and every failure seen that was raised. */
enum Verified {
    YES("yes"),
    NO("NO"),
    /** It did not come to an end at which its counters are at rest. */
    FAILED("the run failed"),
    NOTHING_MEASURED("nothing was measured");

    /** On the screen, or why it is not known. */
    final String words;

    Verified(String words) {
        this.words = words;
    }

    boolean known() {
        return this == YES || this == NO;
    }

    Value value() {
        return known() ? new Value.Flag(this == YES) : Value.absent(words);
    }
}
