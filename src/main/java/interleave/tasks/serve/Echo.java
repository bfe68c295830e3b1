package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.kernel.Reason;
import interleave.task.Loopback;
import interleave.task.Unable;
import interleave.tasks.serve.Refusal.Status;

/** The answer of our servers: the path that was asked for, without its first slash. */
public final class Echo {
    private static final String BEGIN = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
    private static final String LENGTH = "Content-Length: ";
    private static final byte[] PLAIN = (BEGIN + LENGTH).getBytes(US_ASCII);
    private static final byte[] LAST = (BEGIN + "Connection: close\r\n" + LENGTH).getBytes(US_ASCII);
    private static final byte[] KEPT = (BEGIN + "Connection: keep-alive\r\n" + LENGTH).getBytes(US_ASCII);
    private static final int END_BYTES = 4;
    private static final int TEN = 10;

    private Echo() {}

    /**
     * The answer to the request that was found last.
     *
     * @param last whether the connection is closed after it
     */
    public static byte[] answer(Requests requests, boolean last) {
        byte[] begin = last ? LAST : requests.keptByRequest() ? KEPT : PLAIN;
        int length = requests.tokenLength();
        int body = begin.length + digits(length) + END_BYTES;
        byte[] answer = new byte[requests.head() ? body : body + length];
        System.arraycopy(begin, 0, answer, 0, begin.length);
        int at = body - END_BYTES;
        for (int rest = length, i = at - 1; i >= begin.length; i--, rest /= TEN) answer[i] = (byte) ('0' + rest % TEN);
        answer[at] = answer[at + 2] = '\r';
        answer[at + 1] = answer[at + 3] = '\n';
        if (!requests.head()) System.arraycopy(requests.bytes(), requests.tokenAt(), answer, body, length);
        return answer;
    }

    private static int digits(int number) {
        int digits = 1;
        for (int rest = number; rest >= TEN; rest /= TEN) digits++;
        return digits;
    }

    /** The answer to a client whose request is refused. After this the connection is to be closed. */
    public static byte[] refusal(Requests requests, Refusal why) {
        String words = why.getMessage() + "\n";
        return ("HTTP/1.1 " + why.status.number + " " + why.status.phrase + "\r\n"
                        + (why.status == Status.METHOD_NOT_ALLOWED ? "Allow: GET, HEAD\r\n" : "")
                        + "Connection: close\r\nContent-Type: text/plain\r\nContent-Length: " + words.length()
                        + "\r\n\r\n" + (requests.head() ? "" : words))
                .getBytes(US_ASCII);
    }

    static String address(int port) {
        return "serves http://127.0.0.1:" + port + "/ to any client, and answers with the path";
    }

    static Unable cannotListen(Throwable why) {
        // EADDRNOTAVAIL: no interface has 127.0.0.1.
        if (String.valueOf(why.getMessage()).contains("Cannot assign requested address")) return Loopback.down(why);
        return new Unable("no server can listen on 127.0.0.1 (" + Reason.of(why) + "): a free port is needed", why);
    }

    /**
     * That clients wait at the door, since there is no descriptor left for another connection.
     *
     * @param why in words that stand alone
     */
    static String pauses(String why) {
        return "no further client is let in until another leaves (" + why
                + "): raise the limit on open files (ulimit -n), or ask with fewer connections";
    }
}
