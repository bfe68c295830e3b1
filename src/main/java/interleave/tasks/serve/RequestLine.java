package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.tasks.serve.Refusal.Status;
import java.util.Arrays;
import java.util.Set;

/**
 * The first line of a request: a method, a target in origin or absolute form, a version (RFC 9112, 3). It refuses what
 * cannot become one at the first byte that says so, such as a TLS handshake.
 */
final class RequestLine {
    private static final byte[] GET = "GET".getBytes(US_ASCII);
    private static final byte[] HEAD = "HEAD".getBytes(US_ASCII);
    private static final byte[] HTTP = "HTTP/".getBytes(US_ASCII);
    private static final Set<String> KNOWN =
            Set.of("POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI");
    private static final int CURRENT = HTTP.length + "1.1".length();

    private int tokenAt;
    private int tokenLength;
    private boolean head;
    private boolean current;

    int tokenAt() {
        return tokenAt;
    }

    int tokenLength() {
        return tokenLength;
    }

    boolean head() {
        return head;
    }

    /** True if it is of HTTP/1.1 or a later 1. */
    boolean current() {
        return current;
    }

    void moveBy(int count) {
        tokenAt -= count;
    }

    /** Looks at one more byte of the line, which is no LF. */
    void check(byte[] bytes, int from, int at) throws Refusal {
        byte octet = bytes[at];
        if (at == from) head = false;
        if (octet < ' ' && octet != '\r' || octet == 0x7f) throw bad("the first line has a byte that no request has");
        if (at > from && bytes[at - 1] == '\r') throw bad("the first line has a CR without an LF");
        if (at == from && octet != '\r' && !Requests.isOfToken(octet)) throw bad("the first line is no request");
    }

    /** Takes the whole line in, its end left out. */
    void read(byte[] bytes, int from, int end) throws Refusal {
        int target = indexOf(bytes, from, end, ' ') + 1;
        int version = indexOf(bytes, target, end, ' ') + 1;
        head = target - 1 - from == HEAD.length && Arrays.equals(bytes, from, target - 1, HEAD, 0, HEAD.length);
        if (target > end || version > end) throw bad("the first line is no request of HTTP/1.1 or 1.0");
        version(bytes, version, end);
        method(bytes, from, target - 1);
        target(bytes, target, version - 1);
    }

    /** @return {@code end} if it is not there */
    private static int indexOf(byte[] bytes, int from, int end, char wanted) {
        int at = from;
        while (at < end && bytes[at] != wanted) at++;
        return at;
    }

    private void version(byte[] bytes, int from, int end) throws Refusal {
        int digits = from + HTTP.length;
        if (digits >= end || !Arrays.equals(bytes, from, digits, HTTP, 0, HTTP.length) || !isDigit(bytes[digits]))
            throw bad("the first line is no request of HTTP/1.1 or 1.0");
        boolean whole = end - from == CURRENT && bytes[digits + 1] == '.' && isDigit(bytes[digits + 2]);
        boolean major = end - digits == 1;
        if (!whole && !major) throw bad("the version must be one of HTTP");
        if (bytes[digits] != '1' || major)
            throw new Refusal(Status.VERSION_NOT_SUPPORTED, "only HTTP/1.1 and HTTP/1.0 are answered");
        current = bytes[digits + 2] != '0';
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private void method(byte[] bytes, int from, int end) throws Refusal {
        if (head || Arrays.equals(bytes, from, end, GET, 0, GET.length)) return;
        for (int i = from; i < end; i++) if (!Requests.isOfToken(bytes[i])) throw bad("the first line is no request");
        String method = new String(bytes, from, end - from, US_ASCII);
        if (KNOWN.contains(method)) throw new Refusal(Status.METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
        throw new Refusal(Status.NOT_IMPLEMENTED, "no such method is known here");
    }

    private void target(byte[] bytes, int from, int end) throws Refusal {
        int at = from;
        if (at == end || bytes[at] != '/') {
            at = indexOf(bytes, from, end, ':') + "://".length();
            if (at >= end || bytes[at - 2] != '/' || bytes[at - 1] != '/') throw bad("the target is no path");
            int authority = at;
            while (at < end && bytes[at] != '/' && bytes[at] != '?') at++;
            if (at == authority) throw bad("the target names no host");
        }
        tokenAt = at < end && bytes[at] == '/' ? at + 1 : at;
        tokenLength = end - tokenAt;
    }

    private static Refusal bad(String words) {
        return new Refusal(Status.BAD_REQUEST, words);
    }
}
