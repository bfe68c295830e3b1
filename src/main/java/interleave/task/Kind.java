package interleave.task;

/** What a task spends its time on; it decides which loads and pool sizes are natural. */
public enum Kind {
    /** Nearly all of it is spent off the CPU, for an answer or a timer. */
    WAITING,
    /** Nearly all of it is spent on the CPU. */
    COMPUTING
}
