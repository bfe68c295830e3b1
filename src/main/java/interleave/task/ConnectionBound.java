package interleave.task;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A bound on how many tasks may ask the service at once, as a pool of connections is one: those beyond wait for their
 * turn, in the order in which they came. Without a bound it costs a look at a number. Safe from any thread.
 */
public final class ConnectionBound {
    private static final int NO_BOUND = 1 << 30;

    /** Turns that are free; below 0 while more are under way than there should be since the bound was lowered. */
    private final AtomicInteger free = new AtomicInteger(NO_BOUND);

    private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();
    private volatile int most = NO_BOUND;

    /** Somebody whose turn comes later. */
    public interface Waiter {
        /**
         * It is its turn. Called once, on whichever thread gave a turn back.
         *
         * @return false if it has left, and the turn is the next one's
         */
        boolean granted();
    }

    /** @param bound 0 for none; one thread at a time */
    public void set(int bound) {
        int next = bound == 0 ? NO_BOUND : bound;
        int more = next - most;
        most = next;
        free.addAndGet(more);
        grant();
    }

    public boolean bounds() {
        return most != NO_BOUND;
    }

    /**
     * Asks for a turn, which must be given back.
     *
     * @return true if there is one; else the waiter is told when it is its turn
     */
    public boolean ask(Waiter waiter) {
        for (int left = free.get(); left > 0; left = free.get()) if (free.compareAndSet(left, left - 1)) return true;
        waiting.add(waiter);
        grant();
        return false;
    }

    public void giveBack() {
        free.incrementAndGet();
        grant();
    }

    /** Whoever adds a waiter or a turn looks for a pair afterwards, so that none is overlooked. */
    private void grant() {
        for (int left = free.get(); left > 0 && !waiting.isEmpty(); left = free.get()) {
            if (!free.compareAndSet(left, left - 1)) continue;
            Waiter next = waiting.poll();
            if (next == null || !next.granted()) free.incrementAndGet();
        }
    }

    /**
     * Waits for a turn if there is a bound.
     *
     * @return whether it is to be given back
     */
    public boolean take() throws InterruptedException {
        if (!bounds()) return false;
        Parked parked = new Parked(Thread.currentThread());
        if (!ask(parked)) await(parked);
        return true;
    }

    private void await(Parked parked) throws InterruptedException {
        while (!parked.granted) {
            LockSupport.park(this);
            if (!Thread.interrupted()) continue;
            // Its turn may come at the same moment: then it is the next one's.
            if (!parked.decided.compareAndSet(false, true)) giveBack();
            throw new InterruptedException("the task was closed");
        }
    }

    private final class Parked implements Waiter {
        private final Thread thread;
        private final AtomicBoolean decided = new AtomicBoolean();
        private volatile boolean granted;

        Parked(Thread thread) {
            this.thread = thread;
        }

        @Override
        public boolean granted() {
            if (!decided.compareAndSet(false, true)) return false;
            granted = true;
            LockSupport.unpark(thread);
            return true;
        }
    }
}
