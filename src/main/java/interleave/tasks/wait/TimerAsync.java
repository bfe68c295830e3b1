package interleave.tasks.wait;

import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.WrongResult;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A wait of the latency by a timer of the event loop, which also owns the state of this. All waits share one timer,
 * since the loop's own queue would cost a hundred bytes and a search for each.
 */
final class TimerAsync implements Task.Async {
    /** The loop wakes on a grid of this width, so that waits share a wake-up at any rate. None ends early. */
    private static final long GRID_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private static final long CLOSE_MILLIS = 500;

    private final LongSupplier latencyNanos;
    private final EventLoop loop;
    private final DueTimes<Completion> waiting = new DueTimes<>();
    private Future<?> timer;
    private long wakeNanos;
    private boolean ending;
    private boolean closed;

    TimerAsync(TaskSetup setup, NettyLoop loop) {
        this.latencyNanos = setup.latencyNanos();
        this.loop = loop.events();
    }

    static WrongResult early(long nanos) {
        return new WrongResult("a wait ended " + nanos + " ns early");
    }

    @Override
    public void start(Completion done) {
        if (closed) {
            done.failed(cancelled());
            return;
        }
        long now = System.nanoTime();
        long due = now + latencyNanos.getAsLong();
        waiting.add(due, done);
        if (!ending) wakeBy(due, now);
    }

    private void wakeBy(long due, long now) {
        if (timer != null) {
            if (wakeNanos - due <= GRID_NANOS) return;
            timer.cancel(false);
        }
        wakeNanos = Math.ceilDiv(due, GRID_NANOS) * GRID_NANOS;
        timer = loop.schedule(this::wake, wakeNanos - now, TimeUnit.NANOSECONDS);
    }

    /**
     * Tells those that are due of their end. Those that come due meanwhile have another turn, so that the loop can do
     * other things.
     */
    private void wake() {
        timer = null;
        ending = true;
        long now = System.nanoTime();
        while (waiting.isDue(now)) end(waiting.next(), waiting.take());
        ending = false;
        if (waiting.size() > 0) wakeBy(waiting.next(), System.nanoTime());
    }

    private static void end(long due, Completion done) {
        long early = due - System.nanoTime();
        if (early > 0) done.failed(early(early));
        else done.completed();
    }

    @Override
    public void close() {
        loop.submit(this::cancel).awaitUninterruptibly(CLOSE_MILLIS);
    }

    /** One reason does for all: a million of them would take a second to make. */
    private void cancel() {
        closed = true;
        if (timer != null) timer.cancel(false);
        Throwable why = cancelled();
        while (waiting.size() > 0) waiting.take().failed(why);
    }

    private static Throwable cancelled() {
        return new CancellationException("the task was closed");
    }
}
