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

    /** Held by the frame under way, and by nobody else until {@link #reopen} once {@link #finish} has it. */
    private final Semaphore free = new Semaphore(1);

    private final AtomicBoolean awaited = new AtomicBoolean();
    private final AtomicLong written = new AtomicLong();

    /** True once a frame has been taken since the last {@link #finish}. */
    private volatile boolean begun;

    private volatile boolean shut;

    /** True while {@link #finish} holds the writer. Under the monitor of this object. */
    private boolean held;

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

    /** True if the last frame has been written, and another one would be taken. */
    boolean idle() {
        return free.availablePermits() > 0;
    }

    /** As {@link #idle}; if it is not, it will tell once it is. */
    boolean idleOrTell() {
        if (idle()) return true;
        awaited.set(true);
        return idle();
    }

    /** True if a frame has been taken since the start, or since the last {@link #finish}. */
    boolean begun() {
        return begun;
    }

    /** Takes a frame if it is {@link #idle}; else drops it, which only happens when somebody has finished meanwhile. */
    void submit(byte[] frame) {
        if (!free.tryAcquire()) return;
        if (shut) {
            free.release();
            return;
        }
        // Before it is handed on: who finishes waits for the frame, and must see that there was one.
        begun = true;
        mailbox.add(frame);
    }

    /** Bytes written since the start. */
    long written() {
        return written.get();
    }

    /**
     * Waits for the frame under way, writes a last one and waits for it. From here on no frame is taken, whoever
     * submits it and however long ago it was begun, until {@link #reopen}. Where none has been taken at all, writes
     * nothing.
     *
     * @param last what to write
     * @param torn the same after a frame that was cut short
     * @param discard frees a writer that the peer keeps waiting, by throwing away what waits in the kernel
     * @return whether it was written
     */
    synchronized boolean finish(byte[] last, byte[] torn, long patienceMillis, Runnable discard) {
        if (held) return true;
        shut = true;
        byte[] farewell = last;
        try {
            if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                discard.run();
                farewell = torn;
                if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) return false;
            }
            if (begun) {
                begun = false;
                mailbox.add(farewell);
                if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) return false;
            }
            held = true;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes frames again after {@link #finish}. */
    synchronized void reopen() {
        shut = false;
        if (held) free.release();
        held = false;
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
