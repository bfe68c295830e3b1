package interleave.execution;

import interleave.spec.Knob;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.List;
import java.util.Map;

/**
 * An execution model as the catalogue has it.
 *
 * @param oneAtATime whether it never has more than one task under way
 * @param waiting what to look for when its tasks wait, in one sentence
 * @param computing what to look for when its tasks compute, in one sentence
 * @param knobs its live settings
 */
public record ModelInfo(
        String name, boolean oneAtATime, String waiting, String computing, List<Knob> knobs, Opening opening) {
    @FunctionalInterface
    public interface Opening {
        /** @param knobs those that were asked for; each has a natural value if it is missing */
        Model open(TaskInfo task, TaskSetup setup, Map<Knob, Long> knobs);
    }

    /** How many threads its pool has unless told otherwise: where event loops wait, it only computes. */
    public int pool(TaskInfo task, int cores) {
        return knobs.contains(Knob.LOOPS) ? cores : task.kind().pool(cores);
    }

    /** What to look for. */
    public String shows(TaskInfo task) {
        return switch (task.kind()) {
            case WAITING -> waiting;
            case COMPUTING -> computing;
            case SERVING, MIXED, CROWDED, CONTENDED, EXCHANGING -> task.words();
        };
    }
}
