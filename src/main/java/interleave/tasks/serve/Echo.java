package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.task.Unable;

/** What our servers answer: the path that was asked for, without its first slash. */
public final class Echo {
    private Echo() {}

    /**
     * The answer to the request that was found last.
     *
     * @param last whether the connection is closed after it
     */
    static byte[] answer(Requests requests, boolean last) {
        int length = requests.tokenLength();
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + (last ? "Connection: close\r\n" : "")
                        + "Content-Length: " + length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] answer = java.util.Arrays.copyOf(head, head.length + length);
        System.arraycopy(requests.bytes(), requests.tokenAt(), answer, head.length, length);
        return answer;
    }

    /** After this the connection is to be closed. */
    public static byte[] refusal(Requests.BadRequest why) {
        String words = why.getMessage() + "\n";
        return ("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: "
                        + words.length() + "\r\n\r\n" + words)
                .getBytes(US_ASCII);
    }

    static String address(int port) {
        return "serves http://127.0.0.1:" + port + "/ to any client, and answers with the path";
    }

    static Unable cannotListen(Throwable why) {
        return new Unable("no server can listen on 127.0.0.1 (" + why.getMessage() + "): a free port is needed", why);
    }
}
