package interleave.task;

import java.util.concurrent.Executor;

/**
 * Where the asynchronous form of a task lives.
 *
 * @param loop the event loop that its state belongs to
 * @param computing takes the parts that keep a CPU busy; {@link #ON_THE_LOOP} if they block the loop like all else
 */
public record Place(NettyLoop loop, Executor computing) {
    /** Runs what it is given at once, on the thread that gives it. */
    public static final Executor ON_THE_LOOP = Runnable::run;
}
