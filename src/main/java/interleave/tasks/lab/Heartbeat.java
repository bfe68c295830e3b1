package interleave.tasks.lab;

import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A timer of the event loop that is due in a millisecond: what its task takes beyond is the time for which the loop had
 * no turn to give. Meanwhile the same loop waits for the latency, again and again: it awaits it, or blocks for it. All
 * state belongs to the loop.
 */
final class Heartbeat implements Task.Async {
    static final long MILLIS = 1;

    private static final long CLOSE_MILLIS = 500;

    private final LongSupplier latencyNanos;
    private final EventLoop loop;
    private final boolean blocks;
    private final ArrayDeque<Completion> beating = new ArrayDeque<>();
    private boolean begun;
    private boolean closed;

    Heartbeat(TaskSetup setup, NettyLoop loop, boolean blocks) {
        this.latencyNanos = setup.latencyNanos();
        this.loop = loop.events();
        this.blocks = blocks;
    }

    @Override
    public void start(Completion done) {
        if (closed) {
            done.failed(cancelled());
            return;
        }
        if (!begun) loop.execute(this::waitOnce);
        begun = true;
        beating.add(done);
        loop.schedule(this::beat, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        Completion done = beating.poll();
        if (done != null) done.completed();
    }

    /** One wait after the other: the same, however it is waited. */
    private void waitOnce() {
        if (closed) return;
        long nanos = latencyNanos.getAsLong();
        if (!blocks) {
            loop.schedule(this::waitOnce, nanos, TimeUnit.NANOSECONDS);
            return;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        // Behind the timers that came due meanwhile.
        loop.schedule(this::waitOnce, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        loop.submit(this::cancel).awaitUninterruptibly(CLOSE_MILLIS);
    }

    private void cancel() {
        closed = true;
        while (!beating.isEmpty()) beating.poll().failed(cancelled());
    }

    private static Throwable cancelled() {
        return new CancellationException("the task was closed");
    }
}
