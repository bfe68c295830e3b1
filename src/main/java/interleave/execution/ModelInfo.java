package interleave.execution;

import interleave.spec.Knob;
import interleave.spec.Sentence;
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
 * @param how how it does tasks, in a few words
 * @param waiting what to look for when its tasks wait
 * @param computing what to look for when its tasks compute
 * @param knobs its live settings
 * @param threads what its tasks in flight take of OS threads
 * @param connections what they take of connections, where a task needs one while it is under way
 */
public record ModelInfo(
        String name,
        boolean oneAtATime,
        String how,
        Sentence waiting,
        Sentence computing,
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
    public Sentence shows(TaskInfo task) {
        Sentence told = task.told().get(name);
        if (told != null) return told;
        return switch (task.kind()) {
            case WAITING -> waiting;
            case COMPUTING -> computing;
            case SERVING, MIXED, CROWDED, CONTENDED, EXCHANGING -> new Sentence(how + ": " + task.words(), how);
        };
    }

    /** A description that is not whole yet. One thread. */
    public static final class Draft {
        private final String name;
        private boolean oneAtATime;
        private String how = "";
        private Sentence waiting = new Sentence("", "");
        private Sentence computing = new Sentence("", "");
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

        /** Sets how it does tasks, in at most {@link Sentence#BRIEF} columns. */
        public Draft does(String words) {
            how = words;
            return this;
        }

        /** Sets the thing to look for when its tasks wait, as a {@link Sentence}. */
        public Draft whenTasksWait(String whole, String brief) {
            waiting = new Sentence(whole, brief);
            return this;
        }

        /** Sets the thing to look for when its tasks compute, as a {@link Sentence}. */
        public Draft whenTasksCompute(String whole, String brief) {
            computing = new Sentence(whole, brief);
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
                    name, oneAtATime, how, waiting, computing, knobs, threads.get(), connections.get(), opening);
        }
    }
}
