package interleave.execution;

/** Decides when tasks begin. */
interface StartPlan {
    /**
     * Called by the thread on which a slot's task ended.
     *
     * @return whether the slot has another task, whose planned start is then set; if not, the slot is done with
     */
    boolean another(TaskSlot slot, long endNanos);

    /** The same where the task failed. */
    default boolean anotherAfterFailure(TaskSlot slot, long endNanos) {
        return another(slot, endNanos);
    }

    /** Called by the thread on which a task begins, by the run's clock, of a slot that measures its lateness. */
    default void began(long startNanos) {}
}
