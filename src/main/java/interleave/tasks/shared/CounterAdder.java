package interleave.tasks.shared;

import interleave.task.WrongResult;
import java.util.concurrent.atomic.LongAdder;

/**
 * Increments of a number that is kept in several cells, about one for each thread, and added up when it is read. None
 * may be lost.
 */
final class CounterAdder extends CounterTask {
    private final LongAdder counter = new LongAdder();

    @Override
    void increment(int times) {
        for (int i = 0; i < times; i++) counter.increment();
    }

    @Override
    long value() {
        return counter.sum();
    }

    @Override
    public void call() throws WrongResult {
        super.call();
        verify();
    }
}
