package interleave.tasks.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DueTimesTest {
    private final DueTimes<Long> times = new DueTimes<>();

    @Test
    void nothingIsDueBeforeItsTime() {
        assertFalse(times.isDue(Long.MAX_VALUE));
        times.add(100, 1L);
        assertFalse(times.isDue(99));
        assertTrue(times.isDue(100));
        assertEquals(100, times.next());
    }

    @Test
    void aClockThatOverflowsKeepsTheOrder() {
        times.add(Long.MIN_VALUE + 5, 2L);
        times.add(Long.MAX_VALUE - 5, 1L);
        assertTrue(times.isDue(Long.MIN_VALUE));
        assertEquals(1, times.take());
        assertFalse(times.isDue(Long.MIN_VALUE + 4));
    }

    /** Held against a queue that sorts, while the wait changes now and then. */
    @Test
    void whatComesDueFirstIsTakenFirst() {
        SplittableRandom random = new SplittableRandom(7);
        PriorityQueue<Long> sorted = new PriorityQueue<>();
        long now = 0;
        long wait = 1_000;
        for (int i = 0; i < 100_000; i++) {
            now += random.nextInt(5);
            if (random.nextInt(500) == 0) wait = random.nextInt(5_000);
            times.add(now + wait, now + wait);
            sorted.add(now + wait);
            while (!sorted.isEmpty() && sorted.peek() <= now) {
                assertTrue(times.isDue(now));
                assertEquals(sorted.remove(), times.take());
            }
            assertFalse(times.isDue(now));
            assertEquals(sorted.size(), times.size());
        }
    }
}
