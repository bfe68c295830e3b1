package interleave.tasks.wait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The things that wait for their time. While all wait equally long they come due in the order in which they came, so a
 * queue is all it takes, and a dozen bytes for each; when the wait becomes shorter, those that overtake others get a
 * queue of their own. One thread at a time.
 */
final class DueTimes<T> {
    private final List<Fifo> fifos = new ArrayList<>();
    private int size;

    /** @param dueNanos by {@link System#nanoTime} */
    void add(long dueNanos, T item) {
        size++;
        for (Fifo fifo : fifos)
            if (fifo.takes(dueNanos)) {
                fifo.add(dueNanos, item);
                return;
            }
        Fifo fifo = new Fifo();
        fifo.add(dueNanos, item);
        fifos.add(fifo);
    }

    int size() {
        return size;
    }

    /** When the next comes due, of one at least. */
    long next() {
        return first().next();
    }

    boolean isDue(long nowNanos) {
        return size > 0 && nowNanos - next() >= 0;
    }

    /** Takes out what comes due next, of one at least. */
    @SuppressWarnings("unchecked") // Only items of this type were put in.
    T take() {
        size--;
        return (T) first().take();
    }

    private Fifo first() {
        Fifo first = null;
        for (Fifo fifo : fifos) if (fifo.size > 0 && (first == null || fifo.next() - first.next() < 0)) first = fifo;
        return first;
    }

    /** A ring of a length that is a power of two. */
    private static final class Fifo {
        private long[] dues = new long[16];
        private Object[] items = new Object[16];
        private int head;
        private int size;

        boolean takes(long due) {
            return size == 0 || due - dues[head + size - 1 & dues.length - 1] >= 0;
        }

        long next() {
            return dues[head];
        }

        void add(long due, Object item) {
            if (size == dues.length) grow();
            int place = head + size & dues.length - 1;
            dues[place] = due;
            items[place] = item;
            size++;
        }

        private void grow() {
            int length = dues.length;
            dues = Arrays.copyOf(dues, 2 * length);
            items = Arrays.copyOf(items, 2 * length);
            System.arraycopy(dues, 0, dues, length, head);
            System.arraycopy(items, 0, items, length, head);
            Arrays.fill(items, 0, head, null);
        }

        Object take() {
            Object item = items[head];
            items[head] = null;
            head = head + 1 & dues.length - 1;
            size--;
            return item;
        }
    }
}
