package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.task.Fault;
import interleave.task.WrongResult;
import java.io.IOException;
import java.util.Arrays;

/** A request to our HTTP service, for a token of its own, and the answer, which has to hold that token. */
final class HttpExchange implements Exchange {
    static final int TOKEN_AT = "GET /".length();
    static final int TOKEN_LENGTH = 16;

    private static final int ANSWER_LIMIT = 1024;
    private static final int HEAD_END = 0x0d0a0d0a;
    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
    private static final byte[] STATUS_OK = "HTTP/1.1 200".getBytes(US_ASCII);
    private static final byte[] LAST = "connection: close".getBytes(US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);

    private final byte[] request =
            ("GET /" + "-".repeat(TOKEN_LENGTH) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(US_ASCII);
    private final byte[] answer = new byte[ANSWER_LIMIT];
    private long token;
    private int filled;
    private int total;
    private boolean last;

    /** @param firstToken where this connection's tokens count from */
    HttpExchange(long firstToken) {
        this.token = firstToken;
    }

    /** With a token of its own. */
    @Override
    public byte[] next() {
        token++;
        for (int i = 0; i < TOKEN_LENGTH; i++) request[TOKEN_AT + i] = HEX[(int) (token >>> 60 - 4 * i) & 0xf];
        filled = 0;
        total = 0;
        last = false;
        return request;
    }

    @Override
    public boolean last() {
        return last;
    }

    @Override
    public byte[] next(Fault fault) {
        System.arraycopy(fault.path.getBytes(US_ASCII), 0, request, TOKEN_AT, TOKEN_LENGTH);
        filled = 0;
        total = 0;
        return request;
    }

    @Override
    public int changesAt() {
        return TOKEN_AT;
    }

    @Override
    public int changes() {
        return TOKEN_LENGTH;
    }

    @Override
    public byte[] answer() {
        return answer;
    }

    @Override
    public int filled() {
        return filled;
    }

    @Override
    public int room() {
        return ANSWER_LIMIT - filled;
    }

    @Override
    public boolean take(int count) throws IOException, WrongResult {
        int from = Math.max(3, filled);
        filled += count;
        for (int i = from; total == 0 && i < filled; i++)
            if (answer[i] == '\n' && lastFour(i) == HEAD_END) total = i + 1 + bodyLength(i + 1);
        if (total > ANSWER_LIMIT || total == 0 && room() == 0)
            throw new IOException("an answer of more than " + ANSWER_LIMIT + " bytes");
        if (total == 0 || filled < total) return false;
        verify();
        return true;
    }

    private int lastFour(int i) {
        return answer[i - 3] << 24 | answer[i - 2] << 16 | answer[i - 1] << 8 | answer[i];
    }

    private void verify() throws WrongResult {
        int body = total - TOKEN_LENGTH;
        if (filled != total
                || body < 0
                || !Arrays.equals(answer, body, total, request, TOKEN_AT, TOKEN_AT + TOKEN_LENGTH))
            throw new WrongResult("the answer does not hold the token that was sent");
    }

    private int bodyLength(int headLength) throws IOException {
        if (!startsWith(0, headLength, STATUS_OK))
            throw new IOException("the service answered: " + firstLine(headLength));
        int length = -1;
        for (int i = STATUS_OK.length; i < headLength; i++)
            if (answer[i - 1] == '\n') {
                if (startsWith(i, headLength, LENGTH)) length = number(i + LENGTH.length);
                else if (startsWith(i, headLength, LAST)) last = true;
            }
        if (length < 0) throw new IOException("an answer without Content-Length");
        return length;
    }

    /** Case is folded, which changes no character of the words that are looked for. */
    private boolean startsWith(int at, int end, byte[] word) {
        if (at + word.length > end) return false;
        for (int i = 0; i < word.length; i++) if (folded(answer[at + i]) != folded(word[i])) return false;
        return true;
    }

    private static int folded(byte b) {
        return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
    }

    private int number(int at) throws IOException {
        int i = at;
        while (answer[i] == ' ') i++;
        int number = 0;
        int digits = i;
        while (answer[i] >= '0' && answer[i] <= '9' && number <= ANSWER_LIMIT) number = number * 10 + answer[i++] - '0';
        if (i == digits) throw new IOException("a Content-Length that is no number");
        return number;
    }

    private String firstLine(int headLength) {
        String head = new String(answer, 0, headLength, US_ASCII);
        return head.substring(0, head.indexOf('\r')).replaceAll("\\p{Cntrl}", "?");
    }
}
