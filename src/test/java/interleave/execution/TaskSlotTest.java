package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Task;
import interleave.task.Unable;
import interleave.task.WrongResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskSlotTest {
    private final Tally tally = new Tally();
    private final List<Throwable> broken = new ArrayList<>();
    private final TasksInFlight flight = new TasksInFlight();
    private final ClosedPlan plan = new ClosedPlan(flight);
    private long now;

    private TaskSlot slot() {
        TaskSlot slot = new TaskSlot(plan, new SlotSite(flight, () -> now, broken::add), tally.stripe(0));
        plan.change(1, () -> slot.plan(now));
        return slot;
    }

    /** Takes so long, and then fails if there is something to throw. */
    private Task.Blocking taking(long nanos, Exception... thrown) {
        return new Task.Blocking() {
            @Override
            public void call() throws Exception {
                now += nanos;
                if (thrown.length > 0) throw thrown[0];
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void responseCountsFromThePlannedStartAndServiceFromTheRealOne() {
        TaskSlot slot = slot();
        now += 5_000;
        assertTrue(slot.once(taking(1_000)));
        assertTrue(slot.once(taking(1_000)));
        Intervals intervals = new Intervals(tally);
        assertEquals(1_000, intervals.service().atPercentile(100), 10);
        var response = intervals.response();
        assertEquals(6_000, response.atPercentile(100), 60);
        assertEquals(1_000, response.atPercentile(0), 10);
    }

    @Test
    void failuresThatFollowEachOtherArePutOffLongerAndLonger() {
        TaskSlot slot = slot();
        Exception refused = new IOException("refused");
        long[] rests = new long[13];
        for (int i = 0; i < rests.length; i++) {
            assertTrue(slot.begin());
            now += 10;
            assertTrue(slot.failed(refused));
            rests[i] = slot.takeRest();
            assertEquals(now + rests[i], slot.plannedNanos());
            assertEquals(0, slot.takeRest());
        }
        long millis = 1_000_000;
        assertEquals(List.of(0L, millis, 2 * millis, 4 * millis), List.of(rests[0], rests[1], rests[2], rests[3]));
        assertEquals(512 * millis, rests[10]);
        assertEquals(512 * millis, rests[12]);
        assertTrue(slot.once(taking(10)));
        assertTrue(slot.once(taking(10, refused)));
        assertEquals(0, slot.takeRest());
    }

    /** A failure that was asked for is no reason to wait. */
    @Test
    void raisedFailuresAreNotPutOff() {
        TaskSlot slot = slot();
        for (int i = 0; i < 3; i++) assertTrue(slot.once(taking(10, new Raised("on purpose", null))));
        assertEquals(0, slot.takeRest());
        assertEquals(Optional.empty(), tally.firstFailure());
    }

    @Test
    void theFirstFailureIsRemembered() {
        TaskSlot slot = slot();
        assertTrue(slot.once(taking(
                1, new IOException("closed", new IOException("recvAddress(..) failed: Connection reset by peer")))));
        assertTrue(slot.once(taking(1, new IOException("another"))));
        assertEquals(Optional.of("Connection reset by peer"), tally.firstFailure());
        assertEquals(
                "unexpected (IllegalStateException)",
                FirstFailure.words(new IllegalStateException("event executor terminated")));
        assertEquals("3 are missing", FirstFailure.words(new WrongResult("3 are missing")));
    }

    @Test
    void aFailureIsCountedAndAnotherTaskFollows() {
        assertTrue(slot().once(taking(1, new IOException("reset"))));
        assertEquals(new Tally.Counts(1, 0, 1, 0, 0), tally.counts());
        assertEquals(List.of(), broken);
    }

    @Test
    void aWrongResultIsCompletedButNotVerified() {
        assertTrue(slot().once(taking(1, new WrongResult("other"))));
        assertEquals(new Tally.Counts(1, 1, 0, 0, 0), tally.counts());
    }

    @Test
    void whatMakesTasksPointlessIsTold() {
        slot().once(taking(1, new Unable("no service", null)));
        assertEquals("no service", broken.getFirst().getMessage());
    }

    @Test
    void aSlotTooManyCloses() {
        TaskSlot slot = slot();
        plan.change(0, () -> {});
        assertFalse(slot.once(taking(1)));
        assertEquals(new Tally.Counts(1, 1, 0, 1, 0), tally.counts());
    }

    @Test
    void nothingBeginsAfterTheEnd() {
        TaskSlot slot = slot();
        flight.stop();
        assertFalse(slot.once(taking(1)));
        assertEquals(new Tally.Counts(0, 0, 0, 0, 0), tally.counts());
        assertEquals(0, flight.inFlight());
    }

    @Test
    void whatAPlanPromisedAndNeverBeganIsCancelled() {
        TaskSlot slot = slot();
        slot.measureLateness();
        flight.stop();
        assertFalse(slot.once(taking(1)));
        assertEquals(new Tally.Counts(1, 0, 0, 0, 1), tally.counts());
    }
}
