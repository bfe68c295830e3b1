package interleave.execution;

import interleave.task.Task;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A virtual thread for each task. The one that ends begins the next, as a server's accepting thread would. */
final class VirtualModel implements Model {
    private final Task.Blocking task;
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();

    VirtualModel(Task.Blocking task) {
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

    private void begin(Chain chain) {
        begun.increment();
        Thread.startVirtualThread(chain);
    }

    @Override
    public long virtualThreads() {
        long endedBefore = ended.sum();
        return begun.sum() - endedBefore;
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
            } finally {
                ended.increment();
            }
        }
    }
}
