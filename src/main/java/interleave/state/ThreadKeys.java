package interleave.state;

import interleave.metric.ThreadTable.Scope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of the view of threads. Pure. */
public final class ThreadKeys {
    private ThreadKeys() {}

    /** The threads of the watched processes; while none is watched, those of the machine. */
    static State shown(State state) {
        if (watching(state)) return shown(state, Scope.WATCHED);
        State next = shown(state, Scope.MACHINE);
        return next.view() == View.THREADS ? next.noticing("none is watched: the machine's threads") : next;
    }

    /** True if there are processes that are looked at beside the runs. */
    public static boolean watching(State state) {
        return !state.scene().readings().processes().isEmpty();
    }

    /** Shows threads, or the workloads again where these are shown already. */
    static State shown(State state, Scope scope) {
        ThreadsLook look = look(state);
        if (state.view() == View.THREADS && look.scope() == scope)
            return state.with(View.DASHBOARD).withSelected(Selection.inTable(state));
        return with(state.with(View.THREADS), look.of(scope));
    }

    static ThreadsLook look(State state) {
        return state.look().threads().orElse(ThreadsLook.FIRST);
    }

    static State with(State state, ThreadsLook look) {
        return state.with(state.look().with(look));
    }

    static State on(State state, Action action) {
        ThreadsLook look = look(state);
        List<ThreadRow> rows = rows(state);
        int at = ThreadRows.selected(rows, look);
        OptionalInt place = Lists.place(state, action, at, rows.size());
        if (place.isPresent()) return with(state, look.selecting(rows.get(place.getAsInt()), place.getAsInt()));
        return switch (action) {
            case ORDER -> with(state, look.by(look.order().next()));
            case FILTER -> with(state, look.with(look.filter().begun()));
            case OPEN -> rows.isEmpty() ? state : opened(state, rows.get(at));
            case FOLLOW -> rows.isEmpty() ? state : followed(state, rows.get(at), at);
            default -> state;
        };
    }

    private static List<ThreadRow> rows(State state) {
        return ThreadRows.of(state.shown().readings().closeup().threads(), look(state));
    }

    /** A pool opens or closes; a thread of an open one closes it. */
    private static State opened(State state, ThreadRow row) {
        if (row.pool()) return with(state, look(state).toggled(row.key()));
        if (!row.within()) return state.noticing("a thread alone: there is nothing to open");
        ThreadKey pool = ThreadKey.ofPool(
                ThreadRows.owner(row.busiest()), row.busiest().names().pool());
        ThreadsLook closed = look(state).toggled(pool);
        return with(state, closed.selecting(pool));
    }

    private static State followed(State state, ThreadRow row, int at) {
        ThreadsLook look = look(state).selecting(row, at);
        boolean stop = look.followed().isPresent() && look.followed().get().equals(row.key());
        Optional<ThreadKey> next = stop ? Optional.empty() : Optional.of(row.key());
        State following = with(state, look.following(next));
        return following.with(following.scene().with(following.scene().trends().following(next)));
    }

    /** Whose threads are to be looked at: those that are seen, or among which one is followed. */
    static Scope wanted(State state) {
        if (state.look().threads().isEmpty()) return Scope.NOBODY;
        ThreadsLook look = look(state);
        boolean needed = state.view() == View.THREADS || look.followed().isPresent();
        return needed ? look.scope() : Scope.NOBODY;
    }
}
