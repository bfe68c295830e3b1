package interleave.execution;

import interleave.task.Kind;

/**
 * An execution model as the catalogue has it.
 *
 * @param oneAtATime whether it never has more than one task under way
 * @param waiting what to look for when its tasks wait, in one sentence
 * @param computing what to look for when its tasks compute, in one sentence
 */
public record ModelInfo(String name, boolean oneAtATime, String waiting, String computing) {
    public String shows(Kind kind) {
        return switch (kind) {
            case WAITING -> waiting;
            case COMPUTING -> computing;
        };
    }
}
