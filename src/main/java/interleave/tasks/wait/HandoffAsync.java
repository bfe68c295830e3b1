package interleave.tasks.wait;

import interleave.task.NettyLoop;
import interleave.task.Task;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;

/** A round trip of two callbacks, each of which goes through the event loop's queue. Its state belongs to that loop. */
final class HandoffAsync implements Task.Async {
    private static final long CLOSE_MILLIS = 500;

    private final EventLoop loop;
    private final ArrayDeque<Trip> idle = new ArrayDeque<>();
    private boolean closed;

    HandoffAsync(NettyLoop loop) {
        this.loop = loop.events();
    }

    @Override
    public void start(Completion done) {
        Trip trip = idle.poll();
        if (trip == null) trip = new Trip();
        trip.done = done;
        trip.question++;
        loop.execute(trip);
    }

    @Override
    public void close() {
        loop.submit(() -> closed = true).awaitUninterruptibly(CLOSE_MILLIS);
    }

    /** Its first turn is the partner's, its second the asker's. */
    private final class Trip implements Runnable {
        private Completion done;
        private long question;
        private long answer = ~0;

        @Override
        public void run() {
            if (closed) {
                done.failed(new CancellationException("the task was closed"));
            } else if (answer != ~question) {
                answer = ~question;
                loop.execute(this);
            } else {
                idle.add(this);
                done.completed();
            }
        }
    }
}
