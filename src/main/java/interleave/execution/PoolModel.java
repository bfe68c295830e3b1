package interleave.execution;

import interleave.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of OS threads, and a queue of what waits for one, first come, first served. A thread whose slot has
 * another task keeps it when nobody waits, and goes to the end of the queue with it when somebody does.
 */
final class PoolModel implements Model {
    private static final int END_MILLIS = 500;

    private final Task.Blocking task;
    private final LinkedBlockingQueue<Slot> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    PoolModel(Task.Blocking task, String name, int size) {
        this.task = task;
        for (int i = 0; i < size; i++) threads.add(new Thread(this::work, name + "-" + i));
        threads.forEach(Thread::start);
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(Slot slot) {
        waiting.add(slot);
    }

    private void work() {
        try {
            Slot slot = waiting.take();
            while (!Thread.currentThread().isInterrupted()) slot = next(slot, slot.once(task));
        } catch (InterruptedException e) {
            // The model was closed.
        }
    }

    private Slot next(Slot slot, boolean another) throws InterruptedException {
        Slot first = waiting.poll();
        if (first == null) return another ? slot : waiting.take();
        if (another) waiting.add(slot);
        return first;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
        try {
            for (Thread thread : threads)
                thread.join(java.time.Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
