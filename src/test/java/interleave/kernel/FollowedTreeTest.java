package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Descendants that are followed find what a look at all processes finds, and ask few of them. */
class FollowedTreeTest {
    private static final int ROOT = 10;
    private static final int OTHERS = 5000;

    private final Map<Integer, Integer> parents = new TreeMap<>();
    private final List<Integer> asked = new ArrayList<>();
    private final FollowedTree tree = new FollowedTree(ROOT, () -> List.copyOf(parents.keySet()), this::parent);

    private int parent(int pid) {
        asked.add(pid);
        return parents.get(pid);
    }

    private void othersAndTwoOfOurs() {
        for (int pid = 1000; pid < 1000 + OTHERS; pid++) parents.put(pid, 1);
        parents.put(20, ROOT);
        parents.put(30, 20);
    }

    @Test
    void anOldCrowdIsNotAskedAgain() {
        othersAndTwoOfOurs();
        assertEquals(List.of(20, 30), tree.members());
        assertTrue(asked.size() >= OTHERS);
        asked.clear();
        assertEquals(List.of(20, 30), tree.members());
        assertTrue(asked.size() <= 2 + FollowedTree.IN_TURN, () -> asked.size() + " were asked");
    }

    @Test
    void whoIsNewOrHasEndedIsSeenAtOnce() {
        othersAndTwoOfOurs();
        tree.members();
        parents.put(9000, 30);
        assertEquals(List.of(20, 30, 9000), tree.members());
        // 20 has ended, and the root took its child.
        parents.put(20, ProcessTree.NOBODY);
        parents.put(30, ROOT);
        assertEquals(List.of(30, 9000), tree.members());
        parents.remove(20);
        assertEquals(List.of(30, 9000), tree.members());
    }

    /** A descendant got a number that another process had at the look before. */
    @Test
    void aNumberThatWasGivenAwayIsSeenInItsTurn() {
        othersAndTwoOfOurs();
        tree.members();
        parents.put(3000, ROOT);
        int looks = 0;
        while (!tree.members().contains(3000)) looks++;
        assertTrue(looks <= OTHERS / FollowedTree.IN_TURN + 1, looks + " looks");
    }

    @Test
    void whoDidNotSayIsAskedAgain() {
        parents.put(20, ProcessTree.UNKNOWN);
        assertEquals(List.of(), tree.members());
        parents.put(20, ROOT);
        assertEquals(List.of(20), tree.members());
    }

    /** As where no descriptor is free: nobody has ended by that. */
    @Test
    void aListThatCouldNotBeReadEndsNobody() {
        othersAndTwoOfOurs();
        tree.members();
        Map<Integer, Integer> there = Map.copyOf(parents);
        parents.clear();
        assertEquals(List.of(20, 30), tree.members());
        parents.putAll(there);
        parents.remove(30);
        assertEquals(List.of(20), tree.members());
    }
}
