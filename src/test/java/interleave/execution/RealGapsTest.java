package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.metric.Ticker;
import interleave.program.FairClock;
import interleave.spec.Arrival;
import interleave.spec.Load;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plan's thread by the real clock. */
@Timeout(60)
class RealGapsTest {
    /**
     * By the real clock: on a grid of 0.25 ms the median of the distances would be a tenth of their mean at any time.
     * What else runs on the machine can only bunch starts, so the first stretch that it leaves alone is enough.
     */
    @Test
    void startsHaveTheDistancesOfIndependentClients() throws InterruptedException {
        BlockingQueue<Long> started = new LinkedBlockingQueue<>();
        Load.Open load = new Load.Open(10_000, Arrival.POISSON);
        Ticker real = Ticker.SYSTEM;
        OpenPlan paced = new OpenPlan(
                new TasksInFlight(),
                real,
                load,
                1,
                planned -> started.add(real.nanos()),
                Ceiling.NONE,
                Pauses.NONE,
                _ -> {},
                2,
                Optional::empty);
        paced.start();
        FairClock clock = new FairClock(FairClock::testAndChildren);
        double median = 0;
        // The logarithm of 2 on a quiet machine.
        for (int stretch = 0; stretch < 100 && median < 0.4; stretch++) median = median(started, 1000);
        paced.close(Duration.ofSeconds(10));
        double others = clock.leftOut() / clock.wallSeconds();
        assumeTrue(median > 0.4 || others < 0.1, "others had the CPUs all the time: " + others);
        assertTrue(median > 0.4 && median < 0.9, "the median of the distances is " + median + " of their mean");
    }

    private static double median(BlockingQueue<Long> started, int count) throws InterruptedException {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) times[i] = started.take();
        return Exponential.median(times);
    }
}
