package interleave.state;

import java.util.ArrayList;
import java.util.List;

/** The result of an event, as {@link Update} has it: the next state, and what is to be done. */
public record Step(State state, List<Command> commands) {
    static Step to(State state) {
        return new Step(state, List.of());
    }

    static Step to(State state, Command command) {
        return new Step(state, List.of(command));
    }

    static Step to(State state, List<Command> commands) {
        return new Step(state, commands);
    }

    /** The same, and then one more. */
    Step and(Command next) {
        List<Command> all = new ArrayList<>(commands);
        all.add(next);
        return new Step(state, all);
    }
}
