package interleave.metric;

/**
 * The things that are only looked at while somebody wants to see it. Immutable.
 *
 * @param threads of processes, or of the machine
 */
public record Closeup(ThreadTable threads) {
    public static final Closeup NONE = new Closeup(ThreadTable.NONE);
}
