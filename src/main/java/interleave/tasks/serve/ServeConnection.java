package interleave.tasks.serve;

import interleave.task.Work;
import interleave.task.WrongResult;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A client of threads that serve: what it has sent, and what it was not sent yet. It never waits. One thread at a time.
 */
final class ServeConnection {
    private static final int READ_BYTES = 2048;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** The outcome of a turn: where the connection goes from there. */
    enum Turn {
        /** One request was answered; what follows it is there already. */
        ANSWERED_AND_ASKS(true),
        ANSWERED(true),
        ANSWERED_AND_ENDS(true),
        READS(false),
        /** The client does not take what it is sent. */
        WRITES(false),
        REFUSED(false),
        ENDS(false);

        final boolean answered;

        Turn(boolean answered) {
            this.answered = answered;
        }
    }

    final SocketChannel channel;
    private final Requests requests = new Requests();
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private ByteBuffer out = NOTHING;
    private Turn afterwards = Turn.READS;
    private int discarded;
    /** Of the selector; set once, before anybody else has it. */
    SelectionKey key;

    /** Until when it may hear out what it was told; of one that is not served any more. */
    long lingersUntil;

    boolean lingers;

    ServeConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Has the selector wait for its first request. */
    void enter(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /**
     * Answers one request, if one is there and the client takes the answer.
     *
     * @param work what there is to compute before the answer
     * @throws WrongResult if it came to something wrong: then there is no answer
     */
    Turn serve(Work work) throws IOException, WrongResult {
        if (out.hasRemaining()) return write();
        try {
            while (!requests.next()) {
                int count = read();
                if (count < 0) return Turn.ENDS;
                if (count == 0) return Turn.READS;
            }
            work.perform();
            boolean last = requests.close();
            out = ByteBuffer.wrap(Echo.answer(requests, last));
            afterwards = after(last);
        } catch (Refusal e) {
            out = ByteBuffer.wrap(Echo.refusal(requests, e));
            afterwards = Turn.REFUSED;
        }
        return write();
    }

    private Turn after(boolean last) {
        if (last) return Turn.ANSWERED_AND_ENDS;
        return requests.empty() ? Turn.ANSWERED : Turn.ANSWERED_AND_ASKS;
    }

    private Turn write() throws IOException {
        channel.write(out);
        if (out.hasRemaining()) return Turn.WRITES;
        out = NOTHING;
        return afterwards;
    }

    private int read() throws IOException {
        int count = channel.read(in.clear());
        if (count <= 0) return count;
        int at = requests.grow(count);
        in.flip().get(requests.bytes(), at, count);
        return count;
    }

    /** True if something was sent that nobody looks at: closed with it, the connection would be reset. */
    boolean hasMore() {
        return !requests.empty();
    }

    /** Throws away what is sent after the end. @return whether the client may still listen */
    boolean discard() throws IOException {
        int count = channel.read(in.clear());
        discarded += Math.max(0, count);
        return count >= 0 && discarded <= Lingering.LINGER_BYTES;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
