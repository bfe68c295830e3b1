package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.kernel.Reason;
import interleave.spec.Target;
import interleave.task.Fault;
import interleave.task.WrongResult;
import java.io.IOException;
import java.util.Optional;

/** A request for a target's path, whose answer has to be a success (200 to 299), and as long as was asked for. */
final class TargetExchange implements Exchange {
    static final int READ_BYTES = 8 * 1024;

    private static final int TIMED_OUT = 408;

    /** The forms make one request to know its length, and the next is the first that is sent. */
    private static final int FIRST_SENT = 2;

    private final Target target;
    private final byte[] request;
    private final byte[] piece = new byte[READ_BYTES];
    private final HttpAnswer answer = new HttpAnswer();
    private long requests;

    TargetExchange(Target target) {
        this.target = target;
        request = ("GET " + target.path() + " HTTP/1.1\r\nHost: " + target.host()
                        + "\r\nUser-Agent: interleave\r\nAccept: */*\r\n\r\n")
                .getBytes(US_ASCII);
    }

    @Override
    public byte[] next() {
        requests++;
        answer.begin();
        return request;
    }

    @Override
    public byte[] next(Fault fault) {
        throw new UnsupportedOperationException("nobody can tell a target what to do to its clients");
    }

    @Override
    public int changesAt() {
        return 0;
    }

    @Override
    public int changes() {
        return 0;
    }

    @Override
    public byte[] answer() {
        return piece;
    }

    @Override
    public int filled() {
        return 0;
    }

    @Override
    public int room() {
        return READ_BYTES;
    }

    @Override
    public boolean take(int count) throws IOException, WrongResult {
        boolean whole = answer.take(piece, 0, count);
        if (whole) verify();
        return whole;
    }

    @Override
    public boolean ended() throws IOException, WrongResult {
        answer.ended();
        verify();
        return true;
    }

    private void verify() throws WrongResult {
        long expected = target.bytes().orElse(answer.bodyLength());
        if (failure().isEmpty() && answer.bodyLength() != expected)
            throw new WrongResult("the answer has " + answer.bodyLength() + " bytes, not " + expected);
    }

    @Override
    public Optional<IOException> failure() {
        int status = answer.status();
        if (status >= 200 && status < 300) return Optional.empty();
        String to = answer.location();
        String where = status >= 300 && status < 400 && !to.isEmpty() ? ", a redirect to " + to : "";
        return Optional.of(new Refusal("the server answered " + answer.statusLine() + where));
    }

    @Override
    public boolean last() {
        return answer.last() || answer.status() == 101;
    }

    /** A server that closes while there is a request to be read resets the connection by that. */
    @Override
    public IOException explained(IOException why) {
        String reason = Reason.of(why);
        boolean gone = reason.startsWith("Connection reset") || reason.equals("Broken pipe");
        if (!gone) return why;
        return new IOException("the server closed the connection " + (answer.begun() ? "within" : "without")
                + " an answer (" + reason + ")");
    }

    /** That a request was waited for too long is said of the time before this one. */
    @Override
    public boolean stale() {
        return requests > FIRST_SENT && (!answer.begun() || answer.whole() && answer.status() == TIMED_OUT);
    }
}
