package interleave.state;

import interleave.metric.ProcessTable;
import java.util.List;

/** The keys of the view of all processes. Pure. */
final class PickerKeys {
    private PickerKeys() {}

    static State shown(State state) {
        return with(state.with(View.PROCESSES), look(state));
    }

    static PickerLook look(State state) {
        return state.look().picker().orElse(PickerLook.FIRST);
    }

    static State with(State state, PickerLook look) {
        return state.with(state.look().with(look));
    }

    static Step on(State state, Action action) {
        PickerLook look = look(state);
        List<ProcessTable.Row> rows =
                PickerRows.of(state.shown().readings().closeup().processes(), look);
        int at = PickerRows.selected(rows, look);
        int page = Math.max(1, state.size().rows() / 2);
        return switch (action) {
            case ORDER -> Step.to(with(state, look.by(look.order().next())));
            case FILTER -> Step.to(with(state, look.with(look.filter().begun())));
            case UP -> select(state, rows, at - 1);
            case DOWN -> select(state, rows, at + 1);
            case PAGE_UP -> select(state, rows, at - page);
            case PAGE_DOWN -> select(state, rows, at + page);
            case FIRST -> select(state, rows, 0);
            case LAST -> select(state, rows, rows.size() - 1);
            case OPEN -> rows.isEmpty() ? Step.to(state) : watched(state, rows.get(at), at);
            default -> Step.to(state);
        };
    }

    private static Step select(State state, List<ProcessTable.Row> rows, int place) {
        if (rows.isEmpty()) return Step.to(state);
        int inside = Math.clamp(place, 0, rows.size() - 1);
        return Step.to(with(state, look(state).selecting(rows.get(inside).id(), inside)));
    }

    /** One that is not watched is from now on, and one that is no longer. */
    private static Step watched(State state, ProcessTable.Row row, int at) {
        int pid = row.id().pid();
        boolean on = !state.shown().readings().closeup().watched().contains(pid);
        boolean ofTheCommand = on
                && state.shown().readings().processes().stream()
                        .anyMatch(process -> process.id().equals(row.id()));
        State selected = with(state, look(state).selecting(row.id(), at));
        if (ofTheCommand) return Step.to(selected.noticing("it is the command's own, and watched until it ends"));
        if (on && row.id().startTicks() == 0) return Step.to(selected.noticing("this user may not look at it"));
        String words = row.name() + " (" + pid + ") " + (on ? "is watched; t shows its threads" : "is watched no more");
        return Step.to(selected.noticing(words), new Command.Watch(pid, on));
    }
}
