package interleave.execution;

/** A failure on purpose. Its cause, where it has one, is what the world did. */
final class Raised extends Exception {
    Raised(String words, Throwable cause) {
        super(words, cause, false, false);
    }
}
