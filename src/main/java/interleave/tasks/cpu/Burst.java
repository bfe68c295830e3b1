package interleave.tasks.cpu;

import interleave.kernel.ThreadWait;
import interleave.task.Task;
import interleave.task.WrongResult;
import interleave.task.Xorshift;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * A fixed piece of arithmetic that keeps a CPU busy for a millisecond or two. Counts how long its threads were ready to
 * run and waited for a CPU meanwhile. Of an OS thread this includes its start, and what went by since its task before;
 * of a virtual thread it is its carrier's wait during the task.
 */
public final class Burst implements Task.Blocking {
    static final int STEPS = 1_000_000;

    /** The result of {@link #STEPS} steps; a test takes them by another formula. */
    static final long RESULT = -6762696312544247474L;

    private final ThreadWait wait;
    private final LongAdder waitedNanos = new LongAdder();
    private final ThreadLocal<Long> before = ThreadLocal.withInitial(() -> 0L);

    public Burst(ThreadWait wait) {
        this.wait = wait;
    }

    @Override
    public void call() throws WrongResult {
        boolean virtual = Thread.currentThread().isVirtual();
        long begin = virtual ? wait.nanos() : before.get();
        long result = Xorshift.computed(STEPS);
        long end = wait.nanos();
        waitedNanos.add(end - begin);
        if (!virtual) before.set(end);
        if (result != RESULT) throw new WrongResult("the arithmetic came to " + result);
    }

    @Override
    public Map<String, Double> extra() {
        return wait.available() ? Map.of("run_queue_wait_us", waitedNanos.sum() / 1e3) : Map.of();
    }

    @Override
    public void close() {}
}
