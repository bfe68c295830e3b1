package interleave.run;

/** Names one run for as long as the monitor lives; numbers are never used again. */
public record RunId(int number) {
    // start-up: as in Reading

    @Override
    public boolean equals(Object other) {
        return other instanceof RunId that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** One of the lab's own runs, as it is numbered on the screen: below 0. */
    public boolean ofLab() {
        return number < 0;
    }
}
