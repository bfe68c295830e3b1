package interleave.run;

/** The times of tasks that a frame has the distributions of, each under the name that it has on the wire. */
public enum TaskTime {
    /** From a task's real start to its end. */
    SERVICE("service"),
    /** From a task's planned start to its end. */
    RESPONSE("response"),
    /** From a task's planned start to its real one; told under an open load alone. */
    LATE("late"),
    /** From the real start of the task that began before it to its own; told under an open load alone. */
    GAP("gap");

    public final String key;

    TaskTime(String key) {
        this.key = key;
    }

    /** True if each frame has it. */
    public boolean always() {
        return this != LATE && this != GAP;
    }
}
