package interleave.task;

import java.util.Map;
import java.util.function.Function;

/**
 * A task as the catalogue has it. Nothing of the task itself is loaded until one of its forms is asked for.
 *
 * @param words what one task is, without a full stop
 * @param needsService whether it talks to the HTTP service
 * @param hasLatency whether it waits for a time that can be set
 * @param unfit the models under which it makes no sense, each with the reason in one clause
 */
public record TaskInfo(
        String name,
        Kind kind,
        String words,
        boolean needsService,
        boolean hasLatency,
        Map<String, String> unfit,
        Function<TaskSetup, Task.Blocking> blocking,
        Function<TaskSetup, AsyncForm> async) {
    /** The asynchronous form in one run, which has it once at each of its event loops. */
    @FunctionalInterface
    public interface AsyncForm {
        Task.Async open(Place place);
    }

    /** A task that has nothing to wait for: its asynchronous form is the blocking one, on what computes. */
    public static TaskInfo computing(
            String name,
            Kind kind,
            String words,
            Map<String, String> unfit,
            Function<TaskSetup, Task.Blocking> blocking) {
        return new TaskInfo(
                name, kind, words, false, false, unfit, blocking, setup -> Computed.shared(blocking.apply(setup)));
    }
}
