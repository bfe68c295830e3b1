package interleave.execution;

import interleave.task.Unable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many named OS threads and a bounded queue. The number can change while they work. The queue has room for all that
 * a load can have in flight, whose own bound comes first: what an open load would begin beyond that is dropped and
 * counted.
 */
final class Pool implements Executor, AutoCloseable {
    /** More than any load has in flight. */
    private static final int ROOM = 1 << 20;

    private static final int END_MILLIS = 300;

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor threads;
    private volatile int size;

    /** @param name of its threads, which are numbered */
    Pool(String name, int size) {
        this(name, size, ROOM);
    }

    Pool(String name, int size, int room) {
        this.size = size;
        threads = new ThreadPoolExecutor(
                size,
                size,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(room),
                work -> new Thread(work, name + "-" + made.getAndIncrement()),
                (work, pool) -> {
                    // The run has ended: nobody waits for this work.
                    if (!pool.isShutdown())
                        throw new RejectedExecutionException("more than " + room + " tasks wait for a thread");
                });
    }

    /**
     * Runs work on one of its threads; after the end it is left undone. An exception of it is lost: work that can fail
     * says so itself.
     *
     * @throws RejectedExecutionException if the queue is full
     */
    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    int size() {
        return size;
    }

    boolean isQueueEmpty() {
        return threads.getQueue().isEmpty();
    }

    /**
     * Threads that are too many end as their work does. One thread at a time.
     *
     * @throws Unable if the system has no more threads: the number stays what it was
     */
    void resize(int wanted) throws Unable {
        int before = size;
        try {
            resized(wanted);
        } catch (OutOfMemoryError e) {
            resized(before);
            throw new Unable("a pool of " + wanted + " threads finds no room here: raise ulimit -u", e);
        }
    }

    private void resized(int wanted) {
        if (wanted > size) threads.setMaximumPoolSize(wanted);
        threads.setCorePoolSize(wanted);
        threads.setMaximumPoolSize(wanted);
        size = wanted;
    }

    /** Interrupts its threads, forgets what waits, and waits for the threads' ends for a while. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
