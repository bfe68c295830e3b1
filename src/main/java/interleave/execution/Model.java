package interleave.execution;

import interleave.spec.Knob;
import interleave.task.Task;
import interleave.task.Unable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An execution model at work: it runs tasks. Safe from any thread. */
public interface Model extends AutoCloseable {
    /** The tasks that it runs, or ran: one form, or one for each event loop. */
    List<? extends Task> tasks();

    /** Takes over a slot: runs its task on a thread of the model's choice, and those that follow, until none does. */
    void run(TaskSlot slot);

    /**
     * Changes a setting while tasks run. What is under way goes on as it was begun.
     *
     * @throws Unable if it cannot be: the setting stays what it was
     */
    default void tune(Knob knob, long value) throws Unable {}

    /** The way of its input and output, as {@link Task#transport} has it. */
    default String transport() {
        return tasks().getFirst().transport();
    }

    /** An event loop of it that an open load's plan may be kept on, for as long as it lives. */
    default Optional<PlanLoop> planLoop() {
        return Optional.empty();
    }

    /** Virtual threads alive that it made. */
    default long virtualThreads() {
        return 0;
    }

    /**
     * Further figures, by the names of {@link interleave.run.ExtraMetrics}. Asking changes nothing: any number of
     * readers may.
     *
     * @param sinceNanos from when on the most of what comes and goes is asked for, by {@link
     *     interleave.metric.Ticker#SYSTEM}; counters are since the start
     */
    default Map<String, Double> extra(long sinceNanos) {
        return Map.of();
    }

    /** Has the tasks let go of all that they hold; what is under way fails. The model is closed next. */
    default void closeTasks() {
        tasks().forEach(Task::close);
    }

    /** Ends its threads, and what is under way on them; called when no slot is left, or none may go on. */
    @Override
    void close();
}
