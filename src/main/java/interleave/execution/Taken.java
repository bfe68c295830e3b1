package interleave.execution;

/** The amount of something, such as threads or connections, that the tasks in flight of a model take. */
public enum Taken {
    /** None, or a handful that nothing asked for makes more. */
    NOTHING,
    /** One, however many tasks are in flight: the others wait for it. */
    ONE,
    /** As many as its pool has threads. */
    POOL,
    /** One for each task in flight. */
    ONE_EACH;

    /**
     * @param pool how many threads its pool has, if it has one
     */
    public long of(long inFlight, long pool) {
        return switch (this) {
            case NOTHING -> 0;
            case ONE -> 1;
            case POOL -> pool;
            case ONE_EACH -> inFlight;
        };
    }
}
