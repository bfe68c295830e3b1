package interleave.tasks.shared;

import interleave.task.Task;
import interleave.task.WrongResult;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A number of increments of one counter that all tasks share. Its forms differ in how the counter is kept from losing
 * any and do the same number, so that their tasks cost what the increments cost.
 */
abstract class CounterTask implements Task.Blocking {
    static final int INCREMENTS = SharedTasks.UPDATES;

    private final LongAdder done = new LongAdder();
    private final AtomicLong lost = new AtomicLong();

    /** Adds 1 to the counter so many times, one after the other. */
    abstract void increment(int times);

    /** The counter's value, with all increments that were done before. */
    abstract long value();

    @Override
    public void call() throws WrongResult {
        increment(INCREMENTS);
        done.add(INCREMENTS);
    }

    /**
     * Increments that were done and are not in the counter: never too many, since those of tasks under way are in the
     * counter and not among those done, and exact when no task is under way.
     */
    long lost() {
        long doneBefore = done.sum();
        return lost.accumulateAndGet(doneBefore - value(), Math::max);
    }

    /** Of a counter that must not lose any. */
    final void verify() throws WrongResult {
        long missing = lost();
        if (missing > 0) throw new WrongResult(missing + " increments are not in the counter");
    }

    @Override
    public Map<String, Double> extra() {
        return Map.of("lost_updates", (double) lost());
    }

    @Override
    public void close() {}
}
