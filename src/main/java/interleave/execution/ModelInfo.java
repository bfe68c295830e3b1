package interleave.execution;

import interleave.spec.Knob;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An execution model as the catalogue has it. Made by {@link #named}.
 *
 * @param oneAtATime whether it never has more than one task under way
 * @param waiting what to look for when its tasks wait, in one sentence
 * @param computing what to look for when its tasks compute, in one sentence
 * @param knobs its live settings
 * @param threads what its tasks in flight take of OS threads
 * @param connections what they take of connections, where a task needs one while it is under way
 */
public record ModelInfo(
        String name,
        boolean oneAtATime,
        String waiting,
        String computing,
        List<Knob> knobs,
        Taken threads,
        Taken connections,
        Opening opening) {
    @FunctionalInterface
    public interface Opening {
        /**
         * @param knobs those that were asked for; each has a natural value if it is missing
         * @throws Unable if there cannot be as many event loops as that
         */
        Model open(TaskInfo task, TaskSetup setup, Map<Knob, Long> knobs) throws Unable;
    }

    /** Begins the description of a model, which {@link Draft#opens} ends. */
    public static Draft named(String name) {
        return new Draft(name);
    }

    /** The number of threads in its pool unless told otherwise: where event loops wait, it only computes. */
    public int pool(TaskInfo task, int cores) {
        return knobs.contains(Knob.LOOPS) ? cores : task.kind().pool(cores);
    }

    /** The thing to look for. */
    public String shows(TaskInfo task) {
        String told = task.told().get(name);
        if (told != null) return told;
        return switch (task.kind()) {
            case WAITING -> waiting;
            case COMPUTING -> computing;
            case SERVING, MIXED, CROWDED, CONTENDED, EXCHANGING -> task.words();
        };
    }

    /** A description that is not whole yet. One thread. */
    public static final class Draft {
        private final String name;
        private boolean oneAtATime;
        private String waiting = "";
        private String computing = "";
        private List<Knob> knobs = List.of();
        private Optional<Taken> threads = Optional.empty();
        private Optional<Taken> connections = Optional.empty();

        private Draft(String name) {
            this.name = name;
        }

        /** It never has more than one task under way. */
        public Draft doesOneAtATime() {
            oneAtATime = true;
            return this;
        }

        /** Sets the thing to look for when its tasks wait, in one sentence. */
        public Draft whenTasksWait(String words) {
            waiting = words;
            return this;
        }

        /** Sets the thing to look for when its tasks compute, in one sentence. */
        public Draft whenTasksCompute(String words) {
            computing = words;
            return this;
        }

        /** Its live settings. */
        public Draft turnedBy(Knob... all) {
            knobs = List.of(all);
            return this;
        }

        /** Sets what its tasks in flight take; without it, the limits of the machine would be found out half way. */
        public Draft takes(Taken ofThreads, Taken ofConnections) {
            threads = Optional.of(ofThreads);
            connections = Optional.of(ofConnections);
            return this;
        }

        /** @throws IllegalStateException if it does not say what it takes */
        public ModelInfo opens(Opening opening) {
            if (threads.isEmpty() || connections.isEmpty())
                throw new IllegalStateException(
                        "the model " + name + " must say what its tasks take of threads and connections");
            return new ModelInfo(
                    name, oneAtATime, waiting, computing, knobs, threads.get(), connections.get(), opening);
        }
    }
}
