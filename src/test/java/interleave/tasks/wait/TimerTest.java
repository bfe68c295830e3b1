package interleave.tasks.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimerTest {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final AtomicLong latency = new AtomicLong(TimeUnit.MILLISECONDS.toNanos(5));
    private final TaskSetup setup = new TaskSetup(2, 0).with(latency::get);

    @Test
    void aThreadWaitsTheLatencyAndNotLess() throws Exception {
        try (TimerBlocking timer = new TimerBlocking(setup)) {
            for (long nanos : new long[] {0, 1, 700_000, 5_000_000}) {
                latency.set(nanos);
                long begin = System.nanoTime();
                timer.call();
                assertTrue(System.nanoTime() - begin >= nanos);
            }
        }
    }

    @Test
    void anInterruptEndsTheWaitOfAThread() throws Exception {
        latency.set(HOUR);
        TimerBlocking timer = new TimerBlocking(setup);
        FutureTask<Throwable> wait = new FutureTask<>(() -> assertThrows(InterruptedException.class, timer::call));
        Thread thread = Thread.ofVirtual().start(wait);
        Await.until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        thread.interrupt();
        wait.get();
    }

    @Test
    void theLoopWaitsTheLatencyAndNotLess() throws Exception {
        try (NettyLoop loop = NettyLoop.open("event-loop", Transports.automatic());
                TimerAsync timer = new TimerAsync(setup, loop)) {
            for (long nanos : new long[] {5_000_000, 0, 700_000}) {
                latency.set(nanos);
                Ends ends = new Ends(3);
                long begin = System.nanoTime();
                loop.events().execute(() -> ends.start(timer, 3));
                ends.assertCompleted();
                assertTrue(ends.lastNanos - begin >= nanos);
            }
        }
    }

    @Test
    void aShorterLatencyOvertakesALongerOne() throws Exception {
        try (NettyLoop loop = NettyLoop.open("event-loop", Transports.automatic());
                TimerAsync timer = new TimerAsync(setup, loop)) {
            latency.set(HOUR);
            Ends late = new Ends(1);
            loop.events().submit(() -> late.start(timer, 1)).sync();
            latency.set(1_000_000);
            Ends early = new Ends(2);
            loop.events().execute(() -> early.start(timer, 2));
            early.assertCompleted();
            assertEquals(1, late.open.getCount());
        }
    }

    @Test
    void aMillionWaitOnTheLoopAndClosingEndsThemAll() throws Exception {
        latency.set(HOUR);
        int count = 1_000_000;
        try (NettyLoop loop = NettyLoop.open("event-loop", Transports.automatic())) {
            TimerAsync timer = new TimerAsync(setup, loop);
            Ends ends = new Ends(count);
            loop.events().submit(() -> ends.start(timer, count)).sync();
            assertEquals(count, ends.open.getCount());
            timer.close();
            ends.open.await();
            assertTrue(ends.failure instanceof CancellationException);
            Ends after = new Ends(1);
            loop.events().execute(() -> after.start(timer, 1));
            after.open.await();
            assertTrue(after.failure instanceof CancellationException);
        }
    }

    private static final class Ends implements Task.Completion {
        private final CountDownLatch open;
        private volatile long lastNanos;
        private volatile Throwable failure;

        Ends(int count) {
            open = new CountDownLatch(count);
        }

        void start(TimerAsync timer, int count) {
            for (int i = 0; i < count; i++) timer.start(this);
        }

        void assertCompleted() throws InterruptedException {
            assertTrue(open.await(10, TimeUnit.SECONDS));
            assertEquals(null, failure);
        }

        @Override
        public void completed() {
            lastNanos = System.nanoTime();
            open.countDown();
        }

        @Override
        public void failed(Throwable why) {
            failure = why;
            open.countDown();
        }
    }
}
