package interleave.task;

import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One unit of work, in one of its two forms. An instance is shared by all the tasks of a run and is safe from any
 * thread unless a form says otherwise.
 */
public sealed interface Task extends AutoCloseable {
    /** The form that holds on to its thread. */
    non-sealed interface Blocking extends Task {
        /**
         * Does one task and comes back when it is done and its result was found right.
         *
         * @throws WrongResult if it was done, and the result is wrong
         * @throws Unable if no task like this can succeed any more
         * @throws Exception if this one failed
         */
        void call() throws Exception;

        /**
         * The same on a thread of a pool, where it may be one too many: a task that waits for somebody outside, who may
         * never come, gives it back.
         *
         * @param leaves asked before such a wait, and when {@link #release} has ended it
         * @throws Released if the thread leaves: the task is still to be done, by another one
         */
        default void call(BooleanSupplier leaves) throws Exception {
            call();
        }

        /** Has all threads that wait for somebody outside ask whether they leave. */
        default void release() {}

        /**
         * Does one task that is made to fail as it would in the world: the peer is told to close, or to be late.
         *
         * @return false if this task knows no way to, and did nothing
         * @throws Exception what it failed by
         */
        default boolean fail(Fault fault) throws Exception {
            return false;
        }
    }

    /** The form that gives its thread back. */
    non-sealed interface Async extends Task {
        /**
         * Begins one task and comes back at once. Called on the event loop, which is also where {@code done} is told.
         */
        void start(Completion done);

        /**
         * Its loop is one too many: no more tasks are begun here but a few that are on their way, and those under way
         * must come to an end although nobody new comes here. The thread that opens and closes loops calls this.
         */
        default void retire() {}

        /**
         * Begins one task that is made to fail, as {@link Blocking#fail}.
         *
         * @return false if this task knows no way to: {@code done} is not told then
         */
        default boolean fail(Fault fault, Completion done) {
            return false;
        }
    }

    /** Told once for each task that was started, and possibly before {@link Async#start} comes back. */
    interface Completion {
        void completed();

        /** As {@link Blocking#call} would have thrown. */
        void failed(Throwable why);
    }

    /** Further figures that only grow, by snake_case name. */
    default Map<String, Double> extra() {
        return Map.of();
    }

    /**
     * The way of its input and output: the key of an event loop's transport, {@code blocking}, {@code pool}, or empty.
     */
    default String transport() {
        return "";
    }

    /** Where on loopback it lets clients in; 0 if it does not. */
    default int port() {
        return 0;
    }

    /** Lets go of all it holds; tasks under way fail. */
    @Override
    void close();
}
