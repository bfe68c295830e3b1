package interleave.tasks.lab;

import interleave.task.Task;

/** A heartbeat on a thread of its own, which nothing holds up. */
final class Beat implements Task.Blocking {
    @Override
    public void call() throws InterruptedException {
        Thread.sleep(Heartbeat.MILLIS);
    }

    /** Holds nothing: who owns the threads interrupts them. */
    @Override
    public void close() {}
}
