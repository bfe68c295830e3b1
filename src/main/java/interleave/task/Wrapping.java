package interleave.task;

import java.util.Map;

/** A form of a task that does its work by another of the same form, and has that one's figures and end. */
public abstract class Wrapping<T extends Task> {
    protected final T task;

    protected Wrapping(T task) {
        this.task = task;
    }

    public Map<String, Double> extra() {
        return task.extra();
    }

    public String transport() {
        return task.transport();
    }

    public int port() {
        return task.port();
    }

    public void close() {
        task.close();
    }
}
