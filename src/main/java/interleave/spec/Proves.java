package interleave.spec;

/**
 * The thing that a run of a task is there to prove, and so the first that is said of it.
 *
 * @param updates of a task that updates one shared number: how often each does; else 0
 */
public record Proves(Question question, int updates) {
    public static final Proves COST = new Proves(Question.COST);

    public Proves(Question question) {
        this(question, 0);
    }

    /** A question, and which answer is good. */
    public enum Question {
        /** The CPU and the switches that a task costs, and its p99: less is better. */
        COST,
        /** The time for which everyone waits for a loop that one task holds: less is better. */
        LOOP_LAG,
        /** The updates that are lost, of all: none is right. */
        LOST_UPDATES,
        /** Tasks per second, and switches for each: more, and less, is better. */
        CONTENTION,
        /** Deadlocks found and broken up: none is right. */
        DEADLOCKS,
        /** The time for which a task that could run waits for a CPU: less is better. */
        CPU_WAIT,
        /** The throughput over that of one thread: as many times as there are cores is right. */
        SPEED_UP,
        /** The time of a round trip between two parties: less is better. */
        HANDOFF
    }
}
