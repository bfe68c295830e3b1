package interleave.execution;

import interleave.task.Kind;
import interleave.task.Setup;
import interleave.task.TaskInfo;
import java.util.function.BiFunction;

/**
 * An execution model as the catalogue has it.
 *
 * @param oneAtATime whether it never has more than one task under way
 * @param waiting what to look for when its tasks wait, in one sentence
 * @param computing what to look for when its tasks compute, in one sentence
 */
record ModelInfo(
        String name, boolean oneAtATime, String waiting, String computing, BiFunction<TaskInfo, Setup, Model> open) {
    String shows(Kind kind) {
        return switch (kind) {
            case WAITING -> waiting;
            case COMPUTING -> computing;
        };
    }
}
