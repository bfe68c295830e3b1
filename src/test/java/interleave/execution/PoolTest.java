package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PoolTest {
    @Test
    void aFullQueueRefusesAloud() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(3);
        AtomicInteger ended = new AtomicInteger();
        Runnable work = () -> {
            ended.incrementAndGet();
            done.countDown();
        };
        try (Pool pool = new Pool("few", 1, 2)) {
            pool.execute(() -> {
                await(busy);
                work.run();
            });
            pool.execute(work);
            pool.execute(work);
            assertThrows(RejectedExecutionException.class, () -> pool.execute(work));
            busy.countDown();
            done.await();
            assertEquals(3, ended.get());
        }
    }

    @Test
    void whatComesAfterTheEndIsLeftUndone() {
        Pool pool = new Pool("gone", 1, 1);
        pool.close();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 3; i++) pool.execute(done::incrementAndGet);
        assertEquals(0, done.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
