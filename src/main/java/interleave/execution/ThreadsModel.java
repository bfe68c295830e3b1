package interleave.execution;

import interleave.task.Task;
import java.util.List;

/** An OS thread for each task, creation included. The one that ends begins the next. */
final class ThreadsModel implements Model {
    /** Enough for any task here, and so small that the C library keeps some hundred used stacks for the next threads. */
    private static final long STACK_BYTES = 192 << 10;

    private final Task.Blocking task;

    ThreadsModel(Task.Blocking task) {
        this.task = task;
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(Slot slot) {
        begin(new Chain(slot));
    }

    private static void begin(Chain chain) {
        new Thread(null, chain, "task", STACK_BYTES, false).start();
    }

    @Override
    public void close() {}

    private final class Chain implements Runnable {
        private final Slot slot;

        Chain(Slot slot) {
            this.slot = slot;
        }

        @Override
        public void run() {
            try {
                if (slot.once(task)) begin(this);
            } catch (Throwable e) {
                slot.lost(e);
            }
        }
    }
}
