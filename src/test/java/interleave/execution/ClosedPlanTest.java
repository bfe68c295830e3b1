package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class ClosedPlanTest {
    private final TasksInFlight flight = new TasksInFlight();
    private final ClosedPlan plan = new ClosedPlan(flight);
    private final Tally tally = new Tally();
    private final SlotSite site = new SlotSite(flight, () -> 0, why -> {});
    private final Deque<TaskSlot> slots = new ArrayDeque<>();

    private void change(int concurrency) {
        plan.change(concurrency, this::open);
    }

    private void open() {
        slots.add(new TaskSlot(plan, site, tally.stripe(0)));
    }

    /** Ends one task of each open slot. */
    private void endAll() {
        int open = slots.size();
        for (int i = 0; i < open; i++) {
            TaskSlot slot = slots.remove();
            if (plan.another(slot, 0)) slots.add(slot);
        }
    }

    @Test
    void moreBeginAtOnceAndFewerAsTasksEnd() {
        change(4);
        assertEquals(4, flight.inFlight());
        change(8);
        assertEquals(8, slots.size());
        change(2);
        assertEquals(8, flight.inFlight());
        endAll();
        assertEquals(2, flight.inFlight());
        assertEquals(2, slots.size());
        assertEquals(8, flight.peak());
    }

    /** A slot that is about to close, since one was enough, is one of those that a change finds open. */
    @Test
    void aChangeWhileASlotClosesGetsAllOfItsSlots() {
        int[] asked = {0};
        plan.begin(this::open, () -> {
            if (++asked[0] == 2) change(2);
            return true;
        });
        endAll();
        assertEquals(2, slots.size());
        assertEquals(2, flight.inFlight());
        endAll();
        assertEquals(2, slots.size());
    }

    @Test
    void afterTheEndNothingBegins() throws InterruptedException {
        change(3);
        flight.stop();
        change(10);
        assertEquals(3, slots.size());
        assertFalse(flight.drained(1));
        endAll();
        assertTrue(flight.drained(1));
        assertEquals(0, flight.inFlight());
    }

    @Test
    void anIdlePlanIsDrainedAtOnce() throws InterruptedException {
        flight.stop();
        assertTrue(flight.drained(1));
    }
}
