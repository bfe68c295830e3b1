package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreadPlanTest {
    private static boolean[] lively(int size, int busy) {
        boolean[] lively = new boolean[size];
        for (int i = 0; i < busy; i++) lively[i * (size / Math.max(1, busy))] = true;
        return lively;
    }

    private static Set<Integer> places(ThreadPlan plan) {
        Set<Integer> places = new HashSet<>();
        for (int place : plan.places()) assertTrue(places.add(place), "twice: " + place);
        return places;
    }

    @Test
    void allOfFewAreLookedAtEachTime() {
        ThreadPlan plan = ThreadPlan.NONE;
        for (int i = 0; i < 3; i++) {
            plan = plan.next(lively(40, 7), 40);
            assertEquals(40, places(plan).size());
        }
        assertEquals(0, ThreadPlan.NONE.next(new boolean[0], 40).places().length);
    }

    @Test
    void ofManyTheBusyEachTimeAndTheQuietInTurn() {
        boolean[] lively = lively(10_000, 50);
        Set<Integer> seen = new HashSet<>();
        ThreadPlan plan = ThreadPlan.NONE;
        int rounds = (10_000 - 50 + 429) / 430;
        for (int i = 0; i < rounds; i++) {
            plan = plan.next(lively, 480);
            Set<Integer> places = places(plan);
            assertEquals(480, places.size());
            for (int place = 0; place < lively.length; place++)
                assertTrue(!lively[place] || places.contains(place), "busy and left out: " + place);
            seen.addAll(places);
        }
        assertEquals(10_000, seen.size());
    }

    @Test
    void whereAllAreBusyNoneIsForgottenNorATickLonger() {
        for (int busy : new int[] {1000, 990, 600, 480, 400}) {
            boolean[] lively = lively(1000, busy);
            Set<Integer> seen = new HashSet<>();
            ThreadPlan plan = ThreadPlan.NONE;
            for (int i = 0; i < 9; i++) {
                plan = plan.next(lively, 480);
                assertEquals(480, places(plan).size());
                seen.addAll(places(plan));
            }
            assertEquals(1000, seen.size(), busy + " busy");
        }
    }

    @Test
    void threadsMayBecomeFewerMeanwhile() {
        ThreadPlan plan = ThreadPlan.NONE.next(lively(1000, 20), 100);
        assertEquals(100, places(plan.next(lively(120, 3), 100)).size());
    }
}
