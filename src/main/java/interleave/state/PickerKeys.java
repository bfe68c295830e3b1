package interleave.state;

import interleave.metric.ProcessTable;
import java.util.List;
import java.util.OptionalInt;

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
        OptionalInt place = Lists.place(state, action, at, rows.size());
        if (place.isPresent()) return Step.to(select(state, rows, place.getAsInt()));
        return switch (action) {
            case ORDER -> Step.to(with(state, look.by(look.order().next())));
            case FILTER -> Step.to(with(state, look.with(look.filter().begun())));
            case OPEN -> rows.isEmpty() ? Step.to(state) : watched(state, rows.get(at), at);
            default -> Step.to(state);
        };
    }

    private static State select(State state, List<ProcessTable.Row> rows, int place) {
        return with(state, look(state).selecting(rows.get(place).id(), place));
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
