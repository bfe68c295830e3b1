package interleave.state;

import interleave.metric.ThreadTable.Scope;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The user's view of threads. Immutable.
 *
 * @param scope whose are shown
 * @param opened pools whose threads have rows of their own
 * @param selected the selected row; empty: the first
 * @param place where it stood when it was selected, which is selected instead once it has gone
 * @param followed the one whose histories are kept; empty: none
 */
public record ThreadsLook(
        Scope scope,
        ThreadOrder order,
        Filter filter,
        Set<ThreadKey> opened,
        Optional<ThreadKey> selected,
        int place,
        Optional<ThreadKey> followed) {
    public static final ThreadsLook FIRST = new ThreadsLook(
            Scope.WATCHED, ThreadOrder.SWITCHES, Filter.NONE, Set.of(), Optional.empty(), 0, Optional.empty());

    ThreadsLook of(Scope next) {
        return new ThreadsLook(next, order, filter, opened, selected, place, followed);
    }

    ThreadsLook by(ThreadOrder next) {
        return new ThreadsLook(scope, next, filter, opened, selected, place, followed);
    }

    ThreadsLook with(Filter next) {
        return new ThreadsLook(scope, order, next, opened, selected, place, followed);
    }

    ThreadsLook selecting(ThreadRow row, int where) {
        return new ThreadsLook(scope, order, filter, opened, Optional.of(row.key()), where, followed);
    }

    /** With a pool opened, or closed if it was open. */
    ThreadsLook toggled(ThreadKey pool) {
        Set<ThreadKey> next = new HashSet<>(opened);
        if (!next.remove(pool)) next.add(pool);
        return new ThreadsLook(scope, order, filter, Set.copyOf(next), selected, place, followed);
    }

    ThreadsLook following(Optional<ThreadKey> next) {
        return new ThreadsLook(scope, order, filter, opened, selected, place, next);
    }
}
