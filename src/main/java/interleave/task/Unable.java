package interleave.task;

/** No task like this can succeed any more. The message is one sentence: what, where, and what would be right. */
public final class Unable extends Exception {
    public Unable(String words, Throwable cause) {
        super(words, cause);
    }
}
