package interleave.task;

/** A task gave its thread back while it waited: it has not ended, and another thread is to call it again. */
public final class Released extends Exception {
    public Released() {
        super("the thread is one too many", null, false, false);
    }
}
