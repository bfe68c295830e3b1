package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads answers of HTTP/1.1 and 1.0 (RFC 9112) in pieces of any size: keeps the head, and of the body its length. Used
 * again for each answer; one thread at a time.
 */
final class HttpAnswer {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_CHUNK_LINE = 4096;
    private static final int MOST_HEX_DIGITS = 15;
    private static final byte[] BEGINNING = {'H', 'T', 'T', 'P', '/', '1', '.'};
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte TLS_ALERT = 0x15;

    private enum Part {
        HEAD,
        BODY,
        CHUNK_LINE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        /** The body ends with the connection. */
        UNTIL_CLOSED,
        WHOLE
    }

    private final HeadFields fields = new HeadFields();
    private byte[] head = new byte[512];
    private int headLength;
    private int lineStart;
    private Part part = Part.HEAD;
    private int status;
    private boolean versionOne;
    /** Of the part at hand. */
    private long left;

    private int digits;
    private int lineLength;
    private boolean afterDigits;
    private long bodyLength;

    /** Forgets the answer before. */
    void begin() {
        headLength = 0;
        lineStart = 0;
        part = Part.HEAD;
        status = 0;
        bodyLength = 0;
        fields.begin();
    }

    /** True if something of it has come. */
    boolean begun() {
        return headLength > 0 || part != Part.HEAD;
    }

    boolean whole() {
        return part == Part.WHOLE;
    }

    int status() {
        return status;
    }

    /** The status and its words, as in {@code 404 Not Found}. */
    String statusLine() {
        int end = 0;
        while (end < headLength && head[end] != '\n') end++;
        String line = new String(head, 0, end, ISO_8859_1);
        return printable(line.substring(Math.min(line.length(), STATUS_AT)));
    }

    /** The address that a redirect names; empty if there is none. */
    String location() {
        return printable(fields.location(head));
    }

    long bodyLength() {
        return bodyLength;
    }

    /** True if the server closes the connection after it, by its own word or by the version that it speaks. */
    boolean last() {
        return fields.closes() || versionOne && !fields.keeps() || endsByClose();
    }

    private boolean endsByClose() {
        return !bodiless() && !fields.chunked() && fields.length() < 0;
    }

    private boolean bodiless() {
        return status == 204 || status == 304;
    }

    /**
     * Takes bytes in.
     *
     * @return whether it is whole; whatever follows is an error
     */
    boolean take(byte[] bytes, int from, int count) throws IOException {
        int end = from + count;
        int at = from;
        while (at < end && part != Part.WHOLE) at = step(bytes, at, end);
        if (at < end) throw new IOException("the server sent more than its answer");
        return part == Part.WHOLE;
    }

    /** No more bytes come. */
    void ended() throws IOException {
        if (part == Part.UNTIL_CLOSED) part = Part.WHOLE;
        else if (!begun()) throw new EOFException("the server closed the connection without an answer");
        else throw new EOFException("the server closed the connection within an answer");
    }

    private int step(byte[] bytes, int at, int end) throws IOException {
        return switch (part) {
            case HEAD -> head(bytes, at, end);
            case BODY, CHUNK, UNTIL_CLOSED -> body(at, end);
            case CHUNK_LINE -> chunkLine(bytes[at], at);
            case CHUNK_END -> chunkEnd(bytes[at], at);
            case TRAILER -> trailer(bytes[at], at);
            case WHOLE -> at;
        };
    }

    private int head(byte[] bytes, int from, int end) throws IOException {
        for (int at = from; at < end; at++) {
            byte next = bytes[at];
            add(next);
            if (headLength <= BEGINNING.length && next != BEGINNING[headLength - 1]) throw foreign();
            if (next == '\n' && line()) return at + 1;
        }
        return end;
    }

    private void add(byte next) throws IOException {
        if (headLength == LONGEST_HEAD)
            throw new IOException("the server sent a head of more than " + LONGEST_HEAD + " bytes");
        if (headLength == head.length) head = Arrays.copyOf(head, 2 * head.length);
        head[headLength++] = next;
    }

    private IOException foreign() {
        return new IOException(
                head[0] == TLS_ALERT
                        ? "the server speaks TLS: a target is asked over http:// alone"
                        : "the server's answer is not HTTP/1.1 or 1.0");
    }

    /** A line of the head is there. True if it was the last. */
    private boolean line() throws IOException {
        int end = headLength - 1;
        if (end > lineStart && head[end - 1] == '\r') end--;
        if (lineStart == 0) statusOf(end);
        else if (end == lineStart) {
            fields.end(head);
            return headEnds();
        } else fields.line(head, lineStart, end);
        lineStart = headLength;
        return false;
    }

    private void statusOf(int end) throws IOException {
        versionOne = end > BEGINNING.length && head[BEGINNING.length] == '0';
        boolean spaced = end >= STATUS_AT + 3 && head[STATUS_AT - 1] == ' ';
        if (spaced) for (int i = STATUS_AT; i < STATUS_AT + 3; i++) status = status * 10 + digit(head[i]);
        if (!spaced || status < 100 || status > 999 || end > STATUS_AT + 3 && head[STATUS_AT + 3] != ' ')
            throw new IOException("the server's answer begins with no status");
    }

    /** An unlikely number for what is none, so that the sum is refused. */
    private static int digit(byte next) {
        return next >= '0' && next <= '9' ? next - '0' : 100_000;
    }

    /** An interim answer (100 to 199, but for a change of protocol) is followed by the one that counts. */
    private boolean headEnds() {
        if (status >= 100 && status < 200 && status != 101) {
            begin();
            return false;
        }
        if (bodiless()) part = Part.WHOLE;
        else if (fields.chunked()) chunkBegins();
        else if (fields.length() < 0) {
            part = Part.UNTIL_CLOSED;
            left = Long.MAX_VALUE;
        } else {
            left = fields.length();
            part = left == 0 ? Part.WHOLE : Part.BODY;
        }
        return true;
    }

    private int body(int at, int end) {
        int taken = (int) Math.min(left, end - at);
        left -= taken;
        bodyLength += taken;
        if (left == 0) part = part == Part.CHUNK ? Part.CHUNK_END : Part.WHOLE;
        return at + taken;
    }

    private void chunkBegins() {
        part = Part.CHUNK_LINE;
        left = 0;
        digits = 0;
        lineLength = 0;
        afterDigits = false;
    }

    /** The length in hexadecimal digits, and perhaps an extension, which means nothing to us. */
    private int chunkLine(byte next, int at) throws IOException {
        if (++lineLength > LONGEST_CHUNK_LINE) throw chunk();
        if (next == '\n') {
            if (digits == 0) throw chunk();
            part = left > 0 ? Part.CHUNK : Part.TRAILER;
            lineLength = 0;
            return at + 1;
        }
        int value = Character.digit(next, 16);
        if (afterDigits || next == ';' || next == ' ' || next == '\t' || next == '\r') afterDigits = true;
        else if (value < 0 || ++digits > MOST_HEX_DIGITS) throw chunk();
        else left = left << 4 | value;
        return at + 1;
    }

    private int chunkEnd(byte next, int at) throws IOException {
        if (next == '\n') chunkBegins();
        else if (next != '\r') throw chunk();
        return at + 1;
    }

    /** Lines up to an empty one. */
    private int trailer(byte next, int at) throws IOException {
        if (++left > LONGEST_HEAD) throw chunk();
        if (next == '\n') {
            if (lineLength == 0) part = Part.WHOLE;
            lineLength = 0;
        } else if (next != '\r') lineLength++;
        return at + 1;
    }

    private static IOException chunk() {
        return new IOException("the server's chunks make no sense");
    }

    /** Text of a server's, which must not order a terminal about. */
    private static String printable(String text) {
        String plain = text.strip().replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 120 ? plain.substring(0, 117) + "..." : plain;
    }
}
