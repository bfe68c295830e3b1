package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Finds the requests in what a client sends, however it is cut into pieces: GET, HTTP/1.1 or 1.0, without a body. One
 * for each connection.
 */
public final class Requests {
    static final int LONGEST_HEAD = 8192;

    private static final int HEAD_END = 0x0d0a0d0a;
    private static final byte[] GET = "GET /".getBytes(US_ASCII);
    private static final byte[] HTTP_1_1 = " HTTP/1.1\r".getBytes(US_ASCII);
    private static final byte[] HTTP_1_0 = " HTTP/1.0\r".getBytes(US_ASCII);

    /** Not a request that a server here can answer. */
    public static final class BadRequest extends Exception {
        BadRequest(String words) {
            super(words, null, false, false);
        }
    }

    private byte[] bytes = new byte[512];
    private int filled;
    private int begin;
    private int looked;
    private int tokenEnd;
    private int tokenLength;
    private boolean close;

    /** Makes room for more, and says where it begins: the caller puts {@code count} bytes there. */
    public int grow(int count) {
        if (begin == filled) begin = filled = looked = 0;
        if (filled + count > bytes.length) {
            System.arraycopy(bytes, begin, bytes, 0, filled - begin);
            filled -= begin;
            looked -= begin;
            begin = 0;
            if (filled + count > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(filled + count, bytes.length * 2));
        }
        filled += count;
        return filled - count;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Moves on to the next whole request. Until then {@link #tokenAt} and the others tell of the one before. */
    public boolean next() throws BadRequest {
        for (int i = Math.max(looked, begin + 3); i < filled; i++)
            if (bytes[i] == '\n' && lastFour(i) == HEAD_END) {
                parse(i + 1);
                return true;
            }
        looked = filled;
        if (filled - begin > LONGEST_HEAD) throw new BadRequest("a head of more than " + LONGEST_HEAD + " bytes");
        return false;
    }

    /** Where the token, which is the path without its first slash, begins in {@link #bytes}. */
    public int tokenAt() {
        return tokenEnd - tokenLength;
    }

    public int tokenLength() {
        return tokenLength;
    }

    /** Whether nothing is left of what the client has sent. */
    boolean empty() {
        return begin == filled;
    }

    /** Whether the client wants the connection closed after the answer. */
    public boolean close() {
        return close;
    }

    private int lastFour(int i) {
        return bytes[i - 3] << 24 | bytes[i - 2] << 16 | bytes[i - 1] << 8 | bytes[i];
    }

    private void parse(int end) throws BadRequest {
        if (!matches(begin, GET)) throw new BadRequest("only GET is answered");
        int space = begin + GET.length;
        while (bytes[space] > ' ') space++;
        boolean current = matches(space, HTTP_1_1);
        if (!current && !matches(space, HTTP_1_0)) throw new BadRequest("the first line is no request");
        tokenEnd = space;
        tokenLength = space - begin - GET.length;
        close = !current;
        headers(space + HTTP_1_1.length + 1, end);
        begin = looked = end;
    }

    private boolean matches(int at, byte[] word) {
        return at + word.length <= filled && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }

    private void headers(int from, int end) throws BadRequest {
        int at = from;
        while (at < end - 2) {
            int line = at;
            while (bytes[at] != '\n') at++;
            at++;
            // Only three names matter, and few headers begin as they do.
            int initial = bytes[line] | 0x20;
            if (initial == 'c' || initial == 't') header(new String(bytes, line, at - line, US_ASCII));
        }
    }

    private void header(String line) throws BadRequest {
        int colon = line.indexOf(':');
        if (colon < 0) throw new BadRequest("a header without a colon");
        String value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
            case "connection" -> close |= value.equalsIgnoreCase("close");
            case "content-length" -> {
                if (!value.equals("0")) throw new BadRequest("a request with a body");
            }
            case "transfer-encoding" -> throw new BadRequest("a request with a body");
            default -> {
                // Nothing else changes the answer.
            }
        }
    }
}
