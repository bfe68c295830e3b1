package interleave.state;

import interleave.screen.Key;
import java.util.OptionalInt;

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

    /** The place in a list that an action leads to from another; empty where it leads nowhere. */
    static OptionalInt place(State state, Action action, int from, int size) {
        if (size == 0) return OptionalInt.empty();
        int page = Math.max(1, state.size().rows() / 2);
        return switch (action) {
            case UP -> inside(from - 1, size);
            case DOWN -> inside(from + 1, size);
            case PAGE_UP -> inside(from - page, size);
            case PAGE_DOWN -> inside(from + page, size);
            case FIRST -> inside(0, size);
            case LAST -> inside(size - 1, size);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt inside(int place, int size) {
        return OptionalInt.of(Math.clamp(place, 0, size - 1));
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
