package interleave.execution;

import interleave.task.Task;
import java.util.concurrent.TimeUnit;

/**
 * A slot's tasks as they follow each other on event loops, and how it is told of their ends. Belongs to the loop that
 * it is on. A task that ends within its start is followed by the next in a loop, for a while: then others have their
 * turn. One that ends later is followed by recursion of depth one.
 */
abstract class LoopChain implements Runnable {
    private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    /** Neighbours at the same site. */
    LoopChain next;

    LoopChain previous;

    protected final TaskSlot slot;
    private final Loops loops;
    private final int number;
    private LoopSite site;
    private boolean here;
    private boolean starting;
    private boolean another;
    private boolean pending;

    LoopChain(Loops loops, TaskSlot slot) {
        this.loops = loops;
        this.slot = slot;
        number = loops.nextChain();
    }

    /** Begins one task, and sees to it that {@link #ended} is told of its end once. */
    protected abstract void begin(Task.Async task);

    /** Ends what is under way, as cancelled: {@link #ended} is told of that, and not of the end that may come later. */
    protected abstract void cancelPending();

    /** Goes to where it belongs. From any thread, when no task of it is under way. */
    void go() {
        do site = loops.siteOf(number);
        while (!site.expect());
        site.execute(this);
    }

    @Override
    public void run() {
        if (!here) {
            site.enter(this);
            here = true;
        }
        long rest = slot.takeRest();
        if (rest > 0) {
            site.executeLater(this, rest);
            return;
        }
        another = beginOne();
        long turnEnd = slot.startNanos() + TURN_NANOS;
        while (another && stays() && slot.plannedNanos() < turnEnd) another = beginOne();
        if (another) goOn();
        else if (!pending) leave();
    }

    /** @return whether it ended already, and another follows */
    private boolean beginOne() {
        another = false;
        if (!slot.begin()) return false;
        pending = true;
        starting = true;
        begin(site.task());
        starting = false;
        return another;
    }

    protected final void ended(boolean follows) {
        pending = false;
        another = follows;
        if (starting) return;
        if (!follows) leave();
        else if (stays()) run();
        else goOn();
    }

    protected final boolean isPending() {
        return pending;
    }

    private boolean stays() {
        return loops.siteOf(number) == site;
    }

    private void goOn() {
        if (stays()) {
            site.execute(this);
            return;
        }
        leave();
        go();
    }

    private void leave() {
        here = false;
        if (site.leave(this)) loops.close(site);
    }

    void cancel() {
        if (pending) cancelPending();
    }
}
