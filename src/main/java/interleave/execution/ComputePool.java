package interleave.execution;

import interleave.task.Unable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that compute for event loops until the run ends: work that still waits then is left undone. Safe from any
 * thread.
 */
final class ComputePool implements Executor, AutoCloseable {
    private static final long END_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Pool threads;
    private final AtomicInteger active = new AtomicInteger();
    private volatile boolean closed;

    ComputePool(Pool threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(() -> run(work));
    }

    private void run(Runnable work) {
        active.incrementAndGet();
        try {
            if (!closed) work.run();
        } catch (RejectedExecutionException e) {
            // The loop that waits for this has ended with the run.
        } finally {
            active.decrementAndGet();
        }
    }

    void resize(int wanted) throws Unable {
        threads.resize(wanted);
    }

    /** Waits for what is being done, for a while, and ends the threads. */
    @Override
    public void close() {
        closed = true;
        long deadline = System.nanoTime() + END_NANOS;
        while (active.get() > 0 && System.nanoTime() < deadline) LockSupport.parkNanos(this, LOOK_NANOS);
        threads.close();
    }
}
