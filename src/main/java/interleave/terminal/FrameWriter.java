package interleave.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes frames on a thread of its own, one at a time, so that a peer that does not read holds up that thread alone.
 * Its methods never wait for the peer, except for {@link #finish}, which does so for a limited time.
 */
final class FrameWriter {
    private final OutputStream out;
    private final Consumer<IOException> failed;
    private final BlockingQueue<byte[]> mailbox = new ArrayBlockingQueue<>(1);
    private final Runnable ready;
    private final Semaphore free = new Semaphore(1);
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final AtomicLong written = new AtomicLong();

    /**
     * @param failed told, on the writing thread, of each frame that could not be written
     * @param ready told, on the writing thread, once it is idle after {@link #idleOrTell} said that it was not
     */
    FrameWriter(OutputStream out, Consumer<IOException> failed, Runnable ready) {
        this.out = out;
        this.failed = failed;
        this.ready = ready;
        Thread.ofPlatform().name("terminal-writer").daemon().start(this::work);
    }

    /** Whether the last frame has been written. */
    boolean idle() {
        return free.availablePermits() > 0;
    }

    /** As {@link #idle}; if it is not, it will tell once it is. */
    boolean idleOrTell() {
        if (idle()) return true;
        awaited.set(true);
        return idle();
    }

    /** Takes a frame if it is {@link #idle}; else drops it, which only happens when somebody has finished meanwhile. */
    void submit(byte[] frame) {
        if (free.tryAcquire()) mailbox.add(frame);
    }

    /** Bytes written since the start. */
    long written() {
        return written.get();
    }

    /**
     * Waits for the frame under way, writes a last one and waits for it.
     *
     * @param discard frees a writer that the peer keeps waiting, by throwing away what waits in the kernel
     * @return whether it was written
     */
    boolean finish(byte[] last, long patienceMillis, Runnable discard) {
        try {
            if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                discard.run();
                if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) return false;
            }
            mailbox.add(last);
            if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) return false;
            free.release();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        try {
            while (true) {
                write(mailbox.take());
                free.release();
                if (awaited.getAndSet(false)) ready.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(byte[] frame) {
        try {
            out.write(frame);
            written.addAndGet(frame.length);
        } catch (IOException e) {
            failed.accept(e);
        }
    }
}
