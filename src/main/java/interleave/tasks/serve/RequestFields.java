package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.tasks.serve.Refusal.Status;

/** The fields of a request's head, of which three matter: RFC 9112, 5 and 6. */
final class RequestFields {
    private static final byte[] CONNECTION = "connection".getBytes(US_ASCII);
    private static final byte[] CONTENT_LENGTH = "content-length".getBytes(US_ASCII);
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding".getBytes(US_ASCII);
    private static final byte[] CLOSE = "close".getBytes(US_ASCII);
    private static final byte[] KEEP_ALIVE = "keep-alive".getBytes(US_ASCII);
    private static final byte[] CHUNKED = "chunked".getBytes(US_ASCII);

    private boolean close;
    private boolean keepAlive;

    void clear() {
        close = false;
        keepAlive = false;
    }

    /** True if the client wants the connection closed. */
    boolean close() {
        return close;
    }

    /** True if the client asks to keep it. */
    boolean keepAlive() {
        return keepAlive;
    }

    /** Takes one line in, its end left out. */
    void read(byte[] bytes, int from, int end) throws Refusal {
        int colon = from;
        while (colon < end && Requests.isOfToken(bytes[colon])) colon++;
        if (colon == from || colon == end || bytes[colon] != ':')
            throw bad("a header field must be a name and a colon");
        for (int i = colon + 1; i < end; i++)
            if (bytes[i] == 0 || bytes[i] == '\r') throw bad("a header field has a byte that none has");
        if (Requests.is(bytes, from, colon, CONNECTION)) connection(bytes, colon + 1, end);
        else if (Requests.is(bytes, from, colon, CONTENT_LENGTH)) length(bytes, colon + 1, end);
        else if (Requests.is(bytes, from, colon, TRANSFER_ENCODING)) encoding(bytes, colon + 1, end);
    }

    /** A list, as in {@code TE, close}. */
    private void connection(byte[] bytes, int from, int end) {
        for (int at = from; at < end; ) {
            int comma = at;
            while (comma < end && bytes[comma] != ',') comma++;
            int first = first(bytes, at, comma);
            int last = last(bytes, first, comma);
            close |= Requests.is(bytes, first, last, CLOSE);
            keepAlive |= Requests.is(bytes, first, last, KEEP_ALIVE);
            at = comma + 1;
        }
    }

    private static void length(byte[] bytes, int from, int end) throws Refusal {
        int first = first(bytes, from, end);
        int last = last(bytes, first, end);
        boolean nothing = true;
        for (int i = first; i < last; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') throw bad("the length of the content must be a number");
            nothing &= bytes[i] == '0';
        }
        if (first == last) throw bad("the length of the content must be a number");
        if (!nothing) throw content();
    }

    private static void encoding(byte[] bytes, int from, int end) throws Refusal {
        int first = first(bytes, from, end);
        if (Requests.is(bytes, first, last(bytes, first, end), CHUNKED)) throw content();
        throw new Refusal(Status.NOT_IMPLEMENTED, "no such transfer coding is known here");
    }

    private static int first(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isBlank(bytes[at])) at++;
        return at;
    }

    private static int last(byte[] bytes, int from, int end) {
        int at = end;
        while (at > from && isBlank(bytes[at - 1])) at--;
        return at;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static Refusal content() {
        return new Refusal(Status.CONTENT_TOO_LARGE, "only requests without a body are answered");
    }

    private static Refusal bad(String words) {
        return new Refusal(Status.BAD_REQUEST, words);
    }
}
