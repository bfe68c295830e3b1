package interleave.execution;

import interleave.spec.Knob;
import interleave.task.Task;
import interleave.task.Unable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A fixed number of OS threads, and a bounded queue of what waits for one, first come, first served. A thread whose
 * slot has another task keeps it when nobody waits, and goes to the end of the queue with it when somebody does.
 * Failures arrive as the {@link ExecutionException} of a future.
 */
public final class PoolModel implements Model {
    private final Task.Blocking task;
    private final Callable<Void> call;
    private final Pool pool;

    public PoolModel(Task.Blocking task, int size) {
        this.task = task;
        this.call = () -> {
            task.call();
            return null;
        };
        this.pool = new Pool("pool", size);
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(TaskSlot slot) {
        pool.execute(new Chain(slot));
    }

    @Override
    public void tune(Knob knob, long value) throws Unable {
        if (knob == Knob.POOL) pool.resize((int) value);
    }

    @Override
    public void close() {
        pool.close();
    }

    private final class Chain implements Runnable {
        private final TaskSlot slot;

        Chain(TaskSlot slot) {
            this.slot = slot;
        }

        @Override
        public void run() {
            int size = pool.size();
            boolean another;
            do another = once();
            while (another && pool.isQueueEmpty() && pool.size() == size);
            if (another) pool.execute(this);
        }

        private boolean once() {
            if (!slot.begin()) return false;
            FutureTask<Void> future = new FutureTask<>(call);
            future.run();
            try {
                future.get();
            } catch (ExecutionException e) {
                return slot.failed(e.getCause());
            } catch (InterruptedException e) {
                return slot.failed(e);
            }
            return slot.completed();
        }
    }
}
