package interleave.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ConnectionBoundTest {
    private final ConnectionBound bound = new ConnectionBound();
    private final List<String> granted = new ArrayList<>();

    private boolean ask(String name) {
        return bound.ask(() -> granted.add(name));
    }

    @Test
    void withoutABoundNobodyTakesATurn() throws InterruptedException {
        assertFalse(bound.take());
        assertFalse(bound.bounds());
    }

    @Test
    void turnsComeInTheOrderInWhichTheyWereAskedFor() {
        bound.set(2);
        assertTrue(ask("a"));
        assertTrue(ask("b"));
        assertFalse(ask("c"));
        assertFalse(ask("d"));
        assertEquals(List.of(), granted);
        bound.giveBack();
        assertEquals(List.of("c"), granted);
        bound.giveBack();
        bound.giveBack();
        assertEquals(List.of("c", "d"), granted);
    }

    @Test
    void aHigherBoundLetsMoreInAtOnceAndALowerOneWaitsUntilFewerAreThere() {
        bound.set(1);
        assertTrue(ask("a"));
        for (String name : List.of("b", "c", "d")) assertFalse(ask(name));
        bound.set(3);
        assertEquals(List.of("b", "c"), granted);
        bound.set(1);
        bound.giveBack();
        bound.giveBack();
        assertEquals(List.of("b", "c"), granted);
        bound.giveBack();
        assertEquals(List.of("b", "c", "d"), granted);
    }

    @Test
    void whoWaitsGoesOnWhenThereIsNoBoundAnyMore() {
        bound.set(1);
        assertTrue(ask("a"));
        assertFalse(ask("b"));
        bound.set(0);
        assertEquals(List.of("b"), granted);
        assertFalse(bound.bounds());
    }

    /** As a run that is closed interrupts the threads of its tasks. */
    @Test
    void whoIsInterruptedLeavesItsPlaceToTheNext() throws InterruptedException {
        bound.set(1);
        assertTrue(bound.take());
        Thread leaver = Thread.ofPlatform().start(() -> assertThrows(InterruptedException.class, bound::take));
        leaver.interrupt();
        leaver.join();
        assertFalse(ask("next"));
        bound.giveBack();
        assertEquals(List.of("next"), granted);
    }

    @Test
    void aThreadWaitsForItsTurn() throws InterruptedException {
        bound.set(1);
        assertTrue(bound.take());
        List<Boolean> took = new ArrayList<>();
        Thread second = Thread.ofVirtual().start(() -> {
            try {
                took.add(bound.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        bound.giveBack();
        second.join();
        assertEquals(List.of(true), took);
    }
}
