package interleave.task;

/** How a task can be made to fail. */
public enum Fault {
    BEFORE("an exception before the wait"),
    DURING("an exception during the wait"),
    AFTER("an exception after the wait"),
    TIME_OUT("no answer in time"),
    CANCELLED("the task was cancelled"),
    PEER_CLOSES("the peer closed the connection");

    public final String words;

    Fault(String words) {
        this.words = words;
    }
}
