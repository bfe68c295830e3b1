package interleave.spec;

/**
 * What a run of a task is there to prove, and so what is said of it first.
 *
 * @param updates of a task that updates one shared number: how often each does; else 0
 */
public record Proves(Question question, int updates) {
    public static final Proves COST = new Proves(Question.COST);

    public Proves(Question question) {
        this(question, 0);
    }

    /** What is asked, and when an answer is good. */
    public enum Question {
        /** What a task costs of CPU and switches, and its p99: less is better. */
        COST,
        /** How long everyone waits for a loop that one task holds: less is better. */
        LOOP_LAG,
        /** How many updates of how many are lost: none is right. */
        LOST_UPDATES,
        /** Tasks per second, and switches for each: more, and less, is better. */
        CONTENTION,
        /** Deadlocks found and broken up: none is right. */
        DEADLOCKS,
        /** How long a task that could run waits for a CPU: less is better. */
        CPU_WAIT,
        /** How many times as much as one thread does: as many as there are cores is right. */
        SPEED_UP,
        /** What a round trip between two parties takes: less is better. */
        HANDOFF
    }
}
