package interleave.execution;

import interleave.metric.Ticker;
import interleave.task.NettyLoop;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskInfo;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An event loop, the form of the task that lives on it, and the chains of tasks that do. */
final class LoopSite implements PlanLoop {
    private static final int CLOSED = Integer.MIN_VALUE;

    private final NettyLoop loop;
    private final Task.Async task;
    private final LoopLag lag = new LoopLag(Ticker.SYSTEM);
    private final AtomicInteger members = new AtomicInteger();
    /** Those that are here, linked to each other. Belongs to the loop. */
    private LoopChain first;

    private volatile boolean retired;

    LoopSite(NettyLoop loop, TaskInfo.AsyncForm form, Executor computing) {
        this.loop = loop;
        task = form.open(new Place(loop, computing));
        long period = LoopLag.PERIOD_NANOS;
        loop.events().scheduleWithFixedDelay(lag::came, period, period, TimeUnit.NANOSECONDS);
    }

    Task.Async task() {
        return task;
    }

    /** As {@link LoopLag#mostNanos} has it. */
    long lagNanos(long sinceNanos) {
        return lag.mostNanos(sinceNanos);
    }

    /** Counts a chain that is about to come. Says no if this site is closed. */
    boolean expect() {
        int now = members.get();
        while (now >= 0) {
            if (members.compareAndSet(now, now + 1)) return true;
            now = members.get();
        }
        return false;
    }

    @Override
    public boolean isHere() {
        return loop.events().inEventLoop();
    }

    /** Takes a chain that is expected, or at home here, to the end of what the loop has to do. */
    @Override
    public void execute(Runnable chain) {
        try {
            loop.events().execute(chain);
        } catch (RejectedExecutionException e) {
            // The run has ended: nobody waits for it.
        }
    }

    /** Takes a chain that is at home here to what the loop has to do after a while. */
    @Override
    public void executeLater(Runnable chain, long nanos) {
        try {
            loop.events().schedule(chain, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The run has ended: nobody waits for it.
        }
    }

    /** On the loop. */
    void enter(LoopChain chain) {
        chain.next = first;
        chain.previous = null;
        if (first != null) first.previous = chain;
        first = chain;
    }

    /**
     * On the loop. @return whether nobody is left of a site that nobody comes to any more, which is the caller's to
     * close
     */
    boolean leave(LoopChain chain) {
        if (chain.previous == null) first = chain.next;
        else chain.previous.next = chain.next;
        if (chain.next != null) chain.next.previous = chain.previous;
        chain.next = null;
        chain.previous = null;
        return members.decrementAndGet() == 0 && retired && empty();
    }

    /** @return whether nobody is here, and it is the caller's to close */
    boolean retire() {
        task.retire();
        retired = true;
        return empty();
    }

    private boolean empty() {
        return members.compareAndSet(0, CLOSED);
    }

    /** Cancels what is under way. */
    void cancel() {
        loop.events()
                .submit(() -> {
                    for (LoopChain chain = first, next; chain != null; chain = next) {
                        next = chain.next;
                        chain.cancel();
                    }
                })
                .awaitUninterruptibly(NettyLoop.IN_ORDER_MILLIS);
    }

    /** Ends the thread. Not on the loop itself. */
    void close() {
        loop.close();
    }
}
