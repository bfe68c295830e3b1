package interleave.execution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * All threads that tasks of a run live on, each known to the chain of tasks that it is of, so that none outlives the
 * run. A chain enters once, however many threads it takes. Safe from any thread.
 */
final class ThreadScope implements AutoCloseable {
    /** Of tasks that follow each other, each on a thread of its own. */
    abstract static class Chain implements Runnable {
        private volatile Thread thread;
    }

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    /** Looks at the clock once in so many chains. */
    private static final int CLOCK_MASK = 0x3ff;

    private final Set<Chain> chains = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    void enter(Chain chain) {
        chains.add(chain);
    }

    /** Has the chain go on on a thread that is not started yet. */
    void start(Chain chain, Thread thread) {
        chain.thread = thread;
        try {
            thread.start();
        } catch (Throwable e) {
            // Nobody is to wait for its end.
            chain.thread = null;
            throw e;
        }
        if (closed) thread.interrupt();
    }

    void leave(Chain chain) {
        chains.remove(chain);
    }

    /** Interrupts all of its threads and waits for their ends, for a while. None may enter any more. */
    @Override
    public void close() {
        closed = true;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int count = 0;
        for (Chain chain : chains) {
            Thread thread = chain.thread;
            if (thread != null) thread.interrupt();
            if ((++count & CLOCK_MASK) == 0 && System.nanoTime() > deadline) return;
        }
        try {
            for (Chain chain : chains) await(chain.thread, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread thread, long deadline) throws InterruptedException {
        while (thread != null && thread.getState() == Thread.State.NEW && System.nanoTime() < deadline)
            Thread.onSpinWait();
        long left = deadline - System.nanoTime();
        if (thread != null && left > 0) thread.join(Duration.ofNanos(left));
    }
}
