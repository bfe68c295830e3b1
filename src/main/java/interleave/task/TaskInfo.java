package interleave.task;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A task as the catalogue has it. Nothing of the task itself is loaded until one of its forms is asked for.
 *
 * @param needsService whether it talks to the HTTP service
 */
public record TaskInfo(
        String name,
        Kind kind,
        boolean needsService,
        Function<Setup, Task.Blocking> blocking,
        BiFunction<Setup, Loop, Task.Async> async) {}
