package interleave.tasks.serve;

/**
 * A request that gets no echo but a status of its own, after which the connection is closed. It is the client's fault:
 * no task has failed by it. The numbers and their phrases are those of RFC 9110.
 */
public final class Refusal extends Exception {
    /** The reason for a refusal, as HTTP names it. */
    enum Status {
        BAD_REQUEST(400, "Bad Request"),
        METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
        CONTENT_TOO_LARGE(413, "Content Too Large"),
        URI_TOO_LONG(414, "URI Too Long"),
        HEAD_TOO_LARGE(431, "Request Header Fields Too Large"),
        NOT_IMPLEMENTED(501, "Not Implemented"),
        VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

        final int number;
        final String phrase;

        Status(int number, String phrase) {
            this.number = number;
            this.phrase = phrase;
        }
    }

    private static final long serialVersionUID = 1;

    final Status status;

    /** @param words for the client, without a full stop */
    Refusal(Status status, String words) {
        super(words, null, false, false);
        this.status = status;
    }

    /** The number of its status, from 400 on. */
    public int status() {
        return status.number;
    }
}
