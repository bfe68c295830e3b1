package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Ticker;
import interleave.spec.Load;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plan's thread sleeps by the real clock, and decides by the one it is given: so a test decides what is due. */
@Timeout(20)
class OpenPlanTest {
    private final AtomicLong now = new AtomicLong();
    private final Flight flight = new Flight();
    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private final Ticker ticker = now::get;
    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final OpenPlan plan = plan(Ceiling.NONE);

    private OpenPlan plan(Ceiling ceiling) {
        return new OpenPlan(flight, ticker, new Load.Open(1_000), 1, begun::add, ceiling, findings::add);
    }

    @AfterEach
    void close() throws InterruptedException {
        plan.close(Duration.ofSeconds(10));
    }

    private long next() throws InterruptedException {
        Long planned = begun.poll(10, TimeUnit.SECONDS);
        assertTrue(planned != null, "nothing was begun");
        return planned;
    }

    @Test
    void tasksBeginAtTheirTimeWhetherOrNotOthersHaveEnded() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        now.set(3_000_000);
        assertEquals(1_000_000, next());
        assertEquals(2_000_000, next());
        assertEquals(3_000_000, next());
        assertEquals(4, flight.inFlight());
        assertEquals(4, plan.offered());
        assertEquals(0, plan.dropped());
    }

    @Test
    void aSlotHasOneTask() throws InterruptedException {
        plan.start();
        next();
        assertFalse(plan.another(null, 0));
        assertEquals(0, flight.inFlight());
    }

    @Test
    void whatCannotBeInFlightIsDroppedAndCounted() throws InterruptedException {
        for (int i = 0; i < Ceiling.NONE.most(); i++) flight.up();
        plan.start();
        while (plan.dropped() == 0) Thread.onSpinWait();
        flight.down();
        now.set(1_000_000);
        assertEquals(1_000_000, next());
        assertEquals(1, plan.dropped());
        assertEquals(2, plan.offered());
        assertTrue(findings.isEmpty(), findings.toString());
    }

    @Test
    void aLimitOfTheSystemThatIsReachedIsToldOnce() throws InterruptedException {
        OpenPlan bounded = plan(Ceiling.NONE.or(2, "threads find room in %,d: raise it", 66));
        bounded.start();
        assertEquals(0, next());
        now.set(9_000_000);
        while (bounded.dropped() < 8) Thread.onSpinWait();
        bounded.close(Duration.ofSeconds(10));
        assertEquals(1, begun.size());
        assertEquals(
                List.of("starts are dropped, since no more than 2 threads find room in 66: raise it, or lower the"
                        + " rate"),
                List.copyOf(findings));
    }

    @Test
    void anotherRateCountsFromTheChange() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        now.set(500_000);
        plan.change(new Load.Open(1_000_000));
        assertEquals(500_000, next());
        now.set(502_000);
        assertEquals(501_000, next());
        assertEquals(502_000, next());
    }

    @Test
    void beingBehindIsSeen() {
        now.set(7_000_000);
        assertEquals(7_000_000, plan.behindNanos(7_000_000));
        assertEquals(0, plan.behindNanos(-1));
    }

    @Test
    void aPlanThatWasClosedGoesOnAndCountsOn() throws InterruptedException {
        plan.start();
        assertEquals(0, next());
        plan.close(Duration.ofSeconds(10));
        now.set(5_000_000);
        assertEquals(0, plan.behindNanos(5_000_000));
        plan.change(new Load.Open(1_000));
        assertEquals(5_000_000, next());
        assertEquals(2, plan.offered());
    }
}
