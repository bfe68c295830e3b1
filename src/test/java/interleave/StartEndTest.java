package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the start needed is given back once, and not while it goes on. */
class StartEndTest {
    private static final long SECOND = 1_000_000_000;

    private long now = 77 * SECOND;

    @Test
    void itComesOnceAfterTheFirstSeconds() {
        AtomicInteger times = new AtomicInteger();
        StartEnd end = new StartEnd(() -> now, times::incrementAndGet);
        end.look();
        now += StartEnd.SECONDS * SECOND - 1;
        end.look();
        assertEquals(0, times.get());
        now += 1;
        end.look();
        now += SECOND;
        end.look();
        assertEquals(1, times.get());
    }
}
