package interleave.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.wire.Message;
import interleave.wire.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Messages to the process that started this one: one write each, from any thread. Waits while nobody reads. */
final class Outbox {
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();

    Outbox(OutputStream out) {
        this.out = out;
    }

    void send(Message message) throws IOException {
        byte[] line = (Messages.toLine(message) + '\n').getBytes(UTF_8);
        writing.lock();
        try {
            out.write(line);
            out.flush();
        } finally {
            writing.unlock();
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
