package interleave.task;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WaitersTest {
    private final Waiters waiters = new Waiters();

    @Test
    void closingInterruptsAllThatWait() throws InterruptedException {
        int count = 300;
        CountDownLatch begun = new CountDownLatch(count);
        CountDownLatch interrupted = new CountDownLatch(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) threads.add(Thread.startVirtualThread(() -> await(begun, interrupted)));
        begun.await();
        waiters.close();
        interrupted.await();
        for (Thread thread : threads) thread.join();
    }

    private void await(CountDownLatch begun, CountDownLatch interrupted) {
        try {
            waiters.begin();
            begun.countDown();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    @Test
    void whoseWaitIsOverIsLeftAlone() throws InterruptedException {
        int[] tickets = new int[100];
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < tickets.length; i++) tickets[i] = waiters.begin();
            for (int ticket : tickets) waiters.end(ticket);
        }
        waiters.close();
        assertFalse(Thread.interrupted());
    }

    @Test
    void placesAreUsedAgain() throws InterruptedException {
        int first = waiters.begin();
        int second = waiters.begin();
        waiters.end(first);
        assertTrue(waiters.begin() == first && waiters.begin() != second);
    }

    @Test
    void afterItsEndNobodyBegins() {
        waiters.close();
        assertThrows(InterruptedException.class, waiters::begin);
    }
}
