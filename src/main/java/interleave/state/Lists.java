package interleave.state;

import interleave.screen.Key;

/** The keys of lists of what is not ours: whichever of them is shown. Pure. */
final class Lists {
    private Lists() {}

    static boolean typing(State state) {
        return filter(state).typing();
    }

    static boolean filtered(State state) {
        return !filter(state).text().isEmpty();
    }

    static State typed(State state, Key key) {
        return with(state, filter(state).pressed(key));
    }

    static State unfiltered(State state) {
        return with(state, Filter.NONE);
    }

    static Step on(State state, Action action) {
        if (state.view() == View.PROCESSES) return PickerKeys.on(state, action);
        if (action == Action.NAMES) return JavaNaming.asked(state);
        return Step.to(ThreadKeys.on(JavaNaming.forgotten(state), action));
    }

    private static Filter filter(State state) {
        if (state.view() == View.PROCESSES) return PickerKeys.look(state).filter();
        return ThreadKeys.look(state).filter();
    }

    private static State with(State state, Filter next) {
        if (state.view() == View.PROCESSES)
            return PickerKeys.with(state, PickerKeys.look(state).with(next));
        return ThreadKeys.with(state, ThreadKeys.look(state).with(next));
    }
}
