package interleave.child;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.execution.Pauses;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limit's thread sleeps by the real clock, and decides by the one it is given. */
@Timeout(20)
class TimeLimitTest {
    private static final Duration TEN = Duration.ofMillis(10);

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong paused = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch expired = new CountDownLatch(1);
    private final TimeLimit limit = new TimeLimit(now::get, new Told(), expired::countDown);

    private final class Told implements Pauses {
        @Override
        public long soFar() {
            return paused.get();
        }

        @Override
        public long until(long nanos) {
            asked.incrementAndGet();
            return paused.get();
        }
    }

    private boolean isOver() {
        return expired.getCount() == 0;
    }

    private void awaitLooks(int more) {
        int enough = asked.get() + more;
        while (asked.get() < enough) {
            if (Thread.interrupted()) throw new AssertionError("looked " + asked.get() + " of " + enough + " times");
            Thread.onSpinWait();
        }
    }

    @Test
    void itEndsWhenItsTimeIsUp() throws InterruptedException {
        limit.set(TEN);
        awaitLooks(2);
        assertFalse(isOver());
        now.set(TEN.toNanos());
        assertTrue(expired.await(10, TimeUnit.SECONDS));
    }

    @Test
    void whatTheProcessStoodStillForIsNoTime() throws InterruptedException {
        paused.set(Duration.ofHours(1).toNanos());
        limit.set(TEN);
        paused.addAndGet(Duration.ofSeconds(6).toNanos());
        now.set(Duration.ofSeconds(6).toNanos());
        awaitLooks(2);
        assertFalse(isOver());
        now.addAndGet(TEN.toNanos());
        assertTrue(expired.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aNewOneReplacesTheOneBefore() throws InterruptedException {
        limit.set(Duration.ofHours(1));
        limit.set(Duration.ZERO);
        assertTrue(expired.await(10, TimeUnit.SECONDS));
    }
}
