package interleave.execution;

import interleave.task.Task;

/** How tasks are run. Safe from any thread. */
interface Model extends AutoCloseable {
    /** What it runs; it is closed before the model is. */
    Task task();

    /** Takes over a slot: runs its task on a thread of the model's choice, and those that follow, until none does. */
    void run(Slot slot);

    /** Virtual threads alive that it made. */
    default long virtualThreads() {
        return 0;
    }

    /** Ends its threads; called when no slot is left, or none may go on. */
    @Override
    void close();
}
