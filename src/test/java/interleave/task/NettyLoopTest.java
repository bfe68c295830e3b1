package interleave.task;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Transport;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NettyLoopTest {
    private final CountDownLatch timer = new CountDownLatch(1);
    private long tasks;

    /** So the README has it of loop lag: a loop that only computes shows Netty's pause, not its longest task. */
    @Test
    void aLoopThatHasTasksLooksAtItsTimersOnceASecond() throws Exception {
        try (NettyLoop loop = NettyLoop.open("computes", Transport.NIO)) {
            long begin = System.nanoTime();
            loop.events().schedule(timer::countDown, 10, TimeUnit.MILLISECONDS);
            loop.events().execute(() -> again(loop));
            assertTrue(timer.await(10, TimeUnit.SECONDS), "in time");
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            assertTrue(millis >= 900, "after " + millis + " ms");
            assertTrue(tasks > 1_000, "short tasks, not a long one: " + tasks);
        }
    }

    private void again(NettyLoop loop) {
        tasks++;
        if (timer.getCount() > 0) loop.events().execute(() -> again(loop));
    }
}
