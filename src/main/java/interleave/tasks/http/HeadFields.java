package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/**
 * The fields of an answer's head that decide where it ends and what becomes of its connection. A line that begins with
 * a blank goes on with the one before. Used again for each answer; one thread at a time.
 */
final class HeadFields {
    private static final byte[] LENGTH = "content-length".getBytes(US_ASCII);
    private static final byte[] CODING = "transfer-encoding".getBytes(US_ASCII);
    private static final byte[] CONNECTION = "connection".getBytes(US_ASCII);
    private static final byte[] LOCATION = "location".getBytes(US_ASCII);

    private long length;
    private boolean chunked;
    private boolean closes;
    private boolean keeps;
    private int locationFrom;
    private int locationTo;
    /** The line that may go on. */
    private int from;

    private int to;

    void begin() {
        length = -1;
        chunked = false;
        closes = false;
        keeps = false;
        locationFrom = 0;
        locationTo = 0;
        from = 0;
        to = 0;
    }

    /** Of the body; negative where no field tells it. */
    long length() {
        return length;
    }

    boolean chunked() {
        return chunked;
    }

    boolean closes() {
        return closes;
    }

    boolean keeps() {
        return keeps;
    }

    String location(byte[] head) {
        return new String(head, locationFrom, locationTo - locationFrom, ISO_8859_1);
    }

    /** A line from there on, without its end. All of the head stays where it is. */
    void line(byte[] head, int start, int end) throws IOException {
        if (head[start] == ' ' || head[start] == '\t') {
            if (from == to) throw new IOException("the server's head begins with half a field");
            for (int i = to; i < start; i++) head[i] = ' ';
            to = end;
            return;
        }
        end(head);
        from = start;
        to = end;
    }

    /** The line that may have gone on is whole. */
    void end(byte[] head) throws IOException {
        if (from == to) return;
        int colon = from;
        while (colon < to && head[colon] != ':') colon++;
        if (colon == to || colon == from) throw new IOException("the server's head has a line that is no field");
        if (named(head, colon, LENGTH)) length(head, colon + 1);
        else if (named(head, colon, CODING)) chunked = text(head, colon + 1).endsWith("chunked");
        else if (named(head, colon, CONNECTION)) connection(text(head, colon + 1));
        else if (named(head, colon, LOCATION)) {
            locationFrom = colon + 1;
            locationTo = to;
        }
        from = to;
    }

    private void length(byte[] head, int at) throws IOException {
        String text = text(head, at);
        boolean number = !text.isEmpty() && text.length() <= 18;
        for (int i = 0; number && i < text.length(); i++) number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        if (!number) throw new IOException("the server's Content-Length is no number");
        long told = Long.parseLong(text);
        if (length >= 0 && length != told) throw new IOException("the server's answer has two lengths");
        length = told;
    }

    private void connection(String options) {
        for (String option : options.split(",")) {
            closes |= option.strip().equals("close");
            keeps |= option.strip().equals("keep-alive");
        }
    }

    private String text(byte[] head, int at) {
        return new String(head, at, to - at, ISO_8859_1).strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Case is folded, which changes no character of the names that are looked for. */
    private boolean named(byte[] head, int colon, byte[] name) {
        if (colon - from != name.length) return false;
        for (int i = 0; i < name.length; i++) {
            byte next = head[from + i];
            if ((next >= 'A' && next <= 'Z' ? next | 0x20 : next) != name[i]) return false;
        }
        return true;
    }
}
