package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.metric.Durations;
import interleave.task.WrongResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();
    private final Intervals intervals = new Intervals(tally);

    @Test
    void everythingIsCountedOnceWhateverTheStripe() {
        for (int i = 0; i < 100; i++) {
            tally.stripe(i).started();
            if (i % 10 == 0) tally.stripe(i).failed();
            else tally.stripe(i + 1).completed(1000, 2000);
        }
        tally.stripe(7).wrong(new WrongResult("2 instead of 3"));
        assertEquals(new Tally.Counts(100, 90, 10, 89, 0), tally.counts());
    }

    @Test
    void anIntervalHoldsWhatCameSinceTheOneBefore() {
        tally.stripe(0).completed(1_000, 5_000);
        assertEquals(1, intervals.service().total());
        tally.stripe(1).completed(20_000_000, 50_000_000);
        tally.stripe(2).completed(20_000_000, 50_000_000);
        Durations service = intervals.service();
        assertEquals(2, service.total());
        assertEquals(20_000_000, service.atPercentile(0), 200_000);
        assertEquals(3, intervals.response().total());
        assertEquals(0, intervals.service().total());
    }

    @Test
    void theFirstCompletedTaskIsAnnounced() {
        tally.stripe(3).started();
        assertEquals(1, tally.first().getCount());
        tally.stripe(3).completed(1, 1);
        assertEquals(0, tally.first().getCount());
    }

    @Test
    void nothingIsLostAmongManyThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++)
            threads.add(Thread.ofPlatform().name("writer").start(() -> {
                for (int n = 0; n < 10_000; n++) tally.stripe(0).completed(n, n);
            }));
        for (Thread thread : threads) thread.join();
        assertEquals(80_000, tally.counts().completed());
        assertEquals(80_000, intervals.response().total());
    }
}
