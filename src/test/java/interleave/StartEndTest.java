package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.metric.Closeup;
import interleave.metric.HostIdentity;
import interleave.metric.Readings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The things that the start needed are given back once, and not while it goes on. */
class StartEndTest {
    private static final long SECOND = 1_000_000_000;
    private static final Readings SAMPLE =
            new Readings(0, Map.of(), List.of(), HostIdentity.UNKNOWN, List.of(), List.of(), Closeup.NONE);

    private long now = 77 * SECOND;

    @Test
    void itComesOnceAfterTheFirstSeconds() {
        AtomicInteger samples = new AtomicInteger();
        AtomicInteger times = new AtomicInteger();
        StartEnd end = new StartEnd(() -> now, sample -> samples.incrementAndGet(), times::incrementAndGet);
        end.accept(SAMPLE);
        now += StartEnd.SECONDS * SECOND - 1;
        end.accept(SAMPLE);
        assertEquals(0, times.get());
        now += 1;
        end.accept(SAMPLE);
        now += SECOND;
        end.accept(SAMPLE);
        assertEquals(1, times.get());
        assertEquals(4, samples.get());
    }
}
