package interleave.execution;

import java.time.Duration;

/** Whatever has the starts of an open load begin when they are due. Orders come from one thread at a time. */
interface PlanKeeper {
    /** Goes on from the course that it was made with. */
    void begin();

    /** There is another load. */
    void wake();

    /** Begins no more, and waits for that for a while. */
    void end(Duration patience) throws InterruptedException;

    /** True once nothing of it can begin a task any more. */
    boolean gone();

    /** A task of the plan begins, by the run's clock. Any thread. */
    default void began(long startNanos) {}

    /**
     * Called where a slot's task has completed: a start that is due may go on in it.
     *
     * @return whether it does, and was planned for the slot
     */
    default boolean follows(TaskSlot slot, long endNanos) {
        return false;
    }
}
