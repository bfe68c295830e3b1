package interleave.tasks.shared;

import interleave.task.WrongResult;
import java.util.concurrent.locks.ReentrantLock;

/** Increments of a field that only the holder of a lock touches. None may be lost. */
final class CounterLock extends CounterTask {
    private final ReentrantLock lock = new ReentrantLock();
    private long counter;

    @Override
    void increment(int times) {
        for (int i = 0; i < times; i++) {
            lock.lock();
            try {
                counter++;
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    long value() {
        lock.lock();
        try {
            return counter;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void call() throws WrongResult {
        super.call();
        verify();
    }
}
