package interleave.task;

/** A task was done, and its result is not what it must be. */
public final class WrongResult extends Exception {
    public WrongResult(String words) {
        super(words, null, false, false);
    }
}
