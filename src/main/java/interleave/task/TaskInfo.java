package interleave.task;

import interleave.spec.Knob;
import interleave.spec.Proves;
import interleave.spec.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A task as the catalogue has it. Nothing of the task itself is loaded until one of its forms is asked for, if the
 * forms are given as lambdas. Made by {@link #named}.
 *
 * @param words what one task is, without a full stop; its own settings may stand in it, as in {@link Sentence}
 * @param proves what a run of it is there to prove
 * @param needsService whether it talks to the HTTP service
 * @param knobs its own live settings, whatever the model
 * @param unfit the models under which it makes no sense, each with the reason in one clause
 * @param told the models under which something else is to be looked for than with tasks of its kind, and what
 */
public record TaskInfo(
        String name,
        Kind kind,
        String words,
        Proves proves,
        boolean needsService,
        List<Knob> knobs,
        Map<String, String> unfit,
        Map<String, Sentence> told,
        Function<TaskSetup, Task.Blocking> blocking,
        Function<TaskSetup, AsyncForm> async) {
    /** The asynchronous form in one run, which has it once at each of its event loops. */
    @FunctionalInterface
    public interface AsyncForm {
        Task.Async open(Place place);
    }

    /**
     * Begins the description of a task, which its forms end.
     *
     * @param words what one task is, without a full stop
     */
    public static Draft named(String name, Kind kind, String words) {
        return new Draft(name, kind, words);
    }

    /** True if it waits for a time that can be set. */
    public boolean hasLatency() {
        return knobs.contains(Knob.LATENCY);
    }

    /** The same task by other forms, which do it by those of this one. */
    public TaskInfo by(Function<TaskSetup, Task.Blocking> blocking, Function<TaskSetup, AsyncForm> async) {
        return new TaskInfo(name, kind, words, proves, needsService, knobs, unfit, told, blocking, async);
    }

    /** A description that lacks the forms. One thread. */
    public static final class Draft {
        private final String name;
        private final Kind kind;
        private final String words;
        private final Map<String, String> unfit = new LinkedHashMap<>();
        private final Map<String, Sentence> told = new LinkedHashMap<>();
        private final List<Knob> knobs = new ArrayList<>();
        private Proves proves = Proves.COST;
        private boolean asks;

        private Draft(String name, Kind kind, String words) {
            this.name = name;
            this.kind = kind;
            this.words = words;
        }

        /** Sets the question that a run of it answers, if that is not what it costs. */
        public Draft proves(Proves.Question question) {
            proves = new Proves(question);
            return this;
        }

        /** It updates one shared number so often, and that none is lost, or some are, is what it proves. */
        public Draft proves(Proves.Question question, int updates) {
            proves = new Proves(question, updates);
            return this;
        }

        /** It talks to the HTTP service, which is there when it begins. */
        public Draft asksTheService() {
            asks = true;
            knobs.add(Knob.CONNECTIONS);
            return this;
        }

        /** It waits for a time that can be set. */
        public Draft waitsForTheLatency() {
            knobs.add(Knob.LATENCY);
            return this;
        }

        /** After what it waits for has come, it computes for a CPU time that can be set. */
        public Draft doesTheWork() {
            knobs.add(Knob.WORK);
            return this;
        }

        /** It blurs a picture whose size can be set. */
        public Draft blursATile() {
            knobs.add(Knob.TILE);
            return this;
        }

        /** It makes no sense under that model, for the reason given in one clause. */
        public Draft unfitFor(String model, String why) {
            unfit.put(model, why);
            return this;
        }

        /** Sets the thing to look for under that model, as a {@link Sentence}, where it is not as with its kind. */
        public Draft shows(String model, String whole, String brief) {
            told.put(model, new Sentence(whole, brief));
            return this;
        }

        /** The blocking form of a run, and its asynchronous one. */
        public TaskInfo forms(Function<TaskSetup, Task.Blocking> blocking, Function<TaskSetup, AsyncForm> async) {
            return new TaskInfo(
                    name,
                    kind,
                    words,
                    proves,
                    asks,
                    List.copyOf(knobs),
                    Map.copyOf(unfit),
                    Map.copyOf(told),
                    blocking,
                    async);
        }

        /** It has nothing to wait for: its asynchronous form is the blocking one, on what computes. */
        public TaskInfo computes(Function<TaskSetup, Task.Blocking> blocking) {
            return forms(blocking, setup -> Computed.shared(blocking.apply(setup)));
        }
    }
}
