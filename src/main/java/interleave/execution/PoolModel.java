package interleave.execution;

import interleave.spec.Knob;
import interleave.task.Released;
import interleave.task.Task;
import interleave.task.Unable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/**
 * A fixed number of OS threads, and a bounded queue of what waits for one, first come, first served. A thread whose
 * slot has another task keeps it when nobody waits, and goes to the end of the queue with it when somebody does. When
 * the number changes, threads that wait for somebody outside go there too, so that the change holds at once.
 * Failures arrive as the {@link ExecutionException} of a future.
 */
public final class PoolModel implements Model {
    private final Task.Blocking task;
    private final Pool pool;

    public PoolModel(Task.Blocking task, int size) {
        this.task = task;
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
        if (knob != Knob.POOL) return;
        pool.resize((int) value);
        task.release();
    }

    @Override
    public void close() {
        pool.close();
    }

    private final class Chain implements Runnable, Callable<Void>, BooleanSupplier {
        private final TaskSlot slot;
        /** Of the pool, when this came to its thread. */
        private int size;
        /** True while a task waits for another thread to go on with it. */
        private boolean released;

        Chain(TaskSlot slot) {
            this.slot = slot;
        }

        @Override
        public void run() {
            size = pool.size();
            boolean another;
            do another = once();
            while (another && !released && pool.isQueueEmpty() && !getAsBoolean());
            if (another) pool.execute(this);
        }

        /** Where threads are too many, each that comes to its end leaves room, and one of them is left out. */
        @Override
        public boolean getAsBoolean() {
            return pool.size() != size;
        }

        @Override
        public Void call() throws Exception {
            task.call(this);
            return null;
        }

        private boolean once() {
            if (!released && !slot.begin()) return false;
            released = false;
            FutureTask<Void> future = new FutureTask<>(this);
            future.run();
            try {
                future.get();
            } catch (ExecutionException e) {
                released = e.getCause() instanceof Released;
                return released || slot.failed(e.getCause());
            } catch (InterruptedException e) {
                return slot.failed(e);
            }
            return slot.completed();
        }
    }
}
