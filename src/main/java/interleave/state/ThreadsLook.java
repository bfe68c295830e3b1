package interleave.state;

import interleave.metric.JavaNames;
import interleave.metric.ProcessReadings;
import interleave.metric.ThreadTable.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The user's view of threads. Immutable.
 *
 * @param scope whose are shown
 * @param opened pools whose threads have rows of their own
 * @param selected the selected row; empty: the first
 * @param place where it stood when it was selected, which is selected instead once it has gone
 * @param followed the one whose histories are kept; empty: none
 * @param java what JVMs have told of their threads
 * @param asks the process that is asked once more than the key was pressed; empty: none
 */
public record ThreadsLook(
        Scope scope,
        ThreadOrder order,
        Filter filter,
        Set<ThreadKey> opened,
        Optional<ThreadKey> selected,
        int place,
        Optional<ThreadKey> followed,
        List<JavaNames> java,
        Optional<ProcessReadings.Id> asks) {
    /** Of so many JVMs the names are kept. */
    private static final int NAMED = 5;

    public static final ThreadsLook FIRST = new ThreadsLook(
            Scope.WATCHED,
            ThreadOrder.SWITCHES,
            Filter.NONE,
            Set.of(),
            Optional.empty(),
            0,
            Optional.empty(),
            List.of(),
            Optional.empty());

    ThreadsLook of(Scope next) {
        return new ThreadsLook(next, order, filter, opened, selected, place, followed, java, asks);
    }

    ThreadsLook by(ThreadOrder next) {
        return new ThreadsLook(scope, next, filter, opened, selected, place, followed, java, asks);
    }

    ThreadsLook with(Filter next) {
        return new ThreadsLook(scope, order, next, opened, selected, place, followed, java, asks);
    }

    ThreadsLook selecting(ThreadRow row, int where) {
        return new ThreadsLook(scope, order, filter, opened, Optional.of(row.key()), where, followed, java, asks);
    }

    ThreadsLook selecting(ThreadKey key) {
        return new ThreadsLook(scope, order, filter, opened, Optional.of(key), place, followed, java, asks);
    }

    /** With a pool opened, or closed if it was open. */
    ThreadsLook toggled(ThreadKey pool) {
        Set<ThreadKey> next = new HashSet<>(opened);
        if (!next.remove(pool)) next.add(pool);
        return new ThreadsLook(scope, order, filter, Set.copyOf(next), selected, place, followed, java, asks);
    }

    ThreadsLook following(Optional<ThreadKey> next) {
        return new ThreadsLook(scope, order, filter, opened, selected, place, next, java, asks);
    }

    /** With what one more JVM has told, in place of what it told before. */
    ThreadsLook naming(JavaNames told) {
        List<JavaNames> next = new ArrayList<>(java);
        next.removeIf(each -> each.process().pid() == told.process().pid());
        next.add(told);
        while (next.size() > NAMED) next.removeFirst();
        return new ThreadsLook(
                scope, order, filter, opened, selected, place, followed, List.copyOf(next), Optional.empty());
    }

    /** With the same rows under other keys, as when a pool has come to be known by another name. */
    ThreadsLook keyed(UnaryOperator<ThreadKey> key) {
        Set<ThreadKey> open = new HashSet<>();
        for (ThreadKey each : opened) open.add(key.apply(each));
        return new ThreadsLook(
                scope, order, filter, Set.copyOf(open), selected.map(key), place, followed.map(key), java, asks);
    }

    ThreadsLook asking(Optional<ProcessReadings.Id> process) {
        return new ThreadsLook(scope, order, filter, opened, selected, place, followed, java, process);
    }
}
