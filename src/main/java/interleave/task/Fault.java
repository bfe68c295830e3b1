package interleave.task;

/** A way in which a task can be made to fail. */
public enum Fault {
    BEFORE("an exception before the wait", ""),
    DURING("an exception during the wait", ""),
    AFTER("an exception after the wait", ""),
    TIME_OUT("no answer in time", "no-answer-at-all"),
    CANCELLED("the task was cancelled", ""),
    PEER_CLOSES("the peer closed the connection", "close-connection");

    public final String words;

    /** The path that makes the HTTP service do this to its client, as long as a token; empty if it cannot. */
    public final String path;

    Fault(String words, String path) {
        this.words = words;
        this.path = path;
    }
}
