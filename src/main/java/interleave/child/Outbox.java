package interleave.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.wire.Message;
import interleave.wire.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Messages to the process that started this one: one write each, from any thread. Waits while nobody reads. */
public final class Outbox {
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();

    public Outbox(OutputStream out) {
        this.out = out;
    }

    /** Loads what a fault needs: when memory or files have run out, it is too late for that. */
    void warmUp() {
        line(new Message.Fault(Faults.words(new OutOfMemoryError("none"))));
    }

    private static byte[] line(Message message) {
        return (Messages.toLine(message) + '\n').getBytes(UTF_8);
    }

    void send(Message message) throws IOException {
        byte[] line = line(message);
        writing.lock();
        try {
            out.write(line);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** Whoever reads comes to the end. */
    void close() {
        try {
            out.close();
        } catch (IOException e) {
            // Nobody reads any more.
        }
    }

    /** As {@link #send}, unless another message waits for the reader longer than this. */
    void sendLast(Message message, Duration patience) throws IOException, InterruptedException {
        if (!writing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        try {
            send(message);
        } finally {
            writing.unlock();
        }
    }
}
