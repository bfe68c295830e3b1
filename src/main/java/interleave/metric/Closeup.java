package interleave.metric;

import java.util.List;

/**
 * The things that are only looked at while somebody wants to see them. Immutable.
 *
 * @param threads of processes, or of the machine
 * @param processes all of the machine, to choose from
 * @param watched the processes that are watched by then, by number
 */
public record Closeup(ThreadTable threads, ProcessTable processes, List<Integer> watched) {
    public static final Closeup NONE = new Closeup(ThreadTable.NONE, ProcessTable.NONE, List.of());

    public Closeup(ThreadTable threads) {
        this(threads, ProcessTable.NONE, List.of());
    }
}
