package interleave.task;

import java.util.Arrays;

/**
 * The threads that wait within a task, so that closing it ends all their waits. It costs each of them a few bytes and
 * no allocation: there may be a million. Safe from any thread.
 */
public final class Waiters {
    private static final int STRIPE_BITS = 4;
    private static final int STRIPES = 1 << STRIPE_BITS;

    private final Stripe[] stripes = new Stripe[STRIPES];

    public Waiters() {
        for (int i = 0; i < STRIPES; i++) stripes[i] = new Stripe();
    }

    /**
     * The calling thread is interrupted from now on if this is closed.
     *
     * @return what {@link #end} must be given
     * @throws InterruptedException if it was closed before
     */
    public int begin() throws InterruptedException {
        Thread thread = Thread.currentThread();
        int stripe = (int) thread.threadId() & STRIPES - 1;
        return stripes[stripe].add(thread) << STRIPE_BITS | stripe;
    }

    public void end(int ticket) {
        stripes[ticket & STRIPES - 1].remove(ticket >>> STRIPE_BITS);
    }

    /** Interrupts all of them once; those that begin later wait. */
    public void interrupt() {
        for (Stripe stripe : stripes) stripe.interrupt(false);
    }

    public void close() {
        for (Stripe stripe : stripes) stripe.interrupt(true);
    }

    /** Places are used again: each free one names the free one after it. */
    private static final class Stripe {
        private Thread[] threads = new Thread[4];
        private int[] nextFree = new int[4];
        private int used;
        private int firstFree = -1;
        private boolean closed;

        synchronized int add(Thread thread) throws InterruptedException {
            if (closed) throw new InterruptedException("the task was closed");
            int place = firstFree;
            if (place >= 0) firstFree = nextFree[place];
            else place = fresh();
            threads[place] = thread;
            return place;
        }

        private int fresh() {
            if (used == threads.length) {
                threads = Arrays.copyOf(threads, used * 2);
                nextFree = Arrays.copyOf(nextFree, used * 2);
            }
            return used++;
        }

        synchronized void remove(int place) {
            threads[place] = null;
            nextFree[place] = firstFree;
            firstFree = place;
        }

        synchronized void interrupt(boolean forEver) {
            closed |= forEver;
            for (int i = 0; i < used; i++) if (threads[i] != null) threads[i].interrupt();
        }
    }
}
