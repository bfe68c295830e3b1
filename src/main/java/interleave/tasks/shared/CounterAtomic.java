package interleave.tasks.shared;

import interleave.task.WrongResult;
import java.util.concurrent.atomic.AtomicLong;

/** Increments of an atomic number: each is one instruction that locks the cache line. None may be lost. */
final class CounterAtomic extends CounterTask {
    private final AtomicLong counter = new AtomicLong();

    @Override
    void increment(int times) {
        for (int i = 0; i < times; i++) counter.getAndIncrement();
    }

    @Override
    long value() {
        return counter.get();
    }

    @Override
    public void call() throws WrongResult {
        super.call();
        verify();
    }
}
