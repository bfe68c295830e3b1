package interleave.execution;

import interleave.task.Task;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One thread that does one task after the other. More than one slot take turns. Failures are caught where the task was
 * called.
 */
public final class SingleModel implements Model {
    private static final int END_MILLIS = 300;

    private final Task.Blocking task;
    private final LinkedBlockingQueue<TaskSlot> waiting = new LinkedBlockingQueue<>();
    /** A task may have used up the interrupt. */
    private volatile boolean closed;

    private final Thread thread = new Thread(this::work, "single");

    public SingleModel(Task.Blocking task) {
        this.task = task;
        thread.start();
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(TaskSlot slot) {
        waiting.add(slot);
    }

    private void work() {
        try {
            while (!closed) {
                TaskSlot slot = waiting.take();
                if (slot.once(task)) waiting.add(slot);
            }
        } catch (InterruptedException e) {
            // The model was closed.
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
