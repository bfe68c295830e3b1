package interleave.wire;

/** A line that is no message or order. The message is one sentence that says what is wrong with it. */
public final class WireException extends Exception {
    WireException(String words) {
        super(words);
    }
}
