package interleave.kernel;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * The descendants of a process for whoever looks at them again and again. A list of the machine's processes tells which
 * are new; those are asked for their parents, and the descendants, which may have ended. Of the others none can become
 * one: parents that end leave their children to ancestors of their own. But a number may be given to another process
 * between two looks, so some of the others are asked in turn. One thread.
 */
public final class FollowedTree {
    /** So many of the others are asked at a look. */
    static final int IN_TURN = 32;

    private final int root;
    private final Supplier<List<Integer>> pids;
    private final IntUnaryOperator parent;
    private final Map<Integer, Integer> parents = new TreeMap<>();
    private Set<Integer> members = Set.of();
    private List<Integer> last = List.of();
    private int turn;

    /**
     * @param root itself is no descendant
     * @param pids the processes of the machine as they are now
     * @param parent of one, as {@link ProcessTree#parent}
     */
    FollowedTree(int root, Supplier<List<Integer>> pids, IntUnaryOperator parent) {
        this.root = root;
        this.pids = pids;
        this.parent = parent;
    }

    /** @param root itself is no descendant */
    public static FollowedTree of(Path proc, int root) {
        ProcessTree tree = new ProcessTree(proc, root);
        return new FollowedTree(root, tree::pids, tree::parent);
    }

    /** As {@link ProcessTree#members} has them. */
    public List<Integer> members() {
        List<Integer> now = pids.get();
        // This process at least is in every list that could be read.
        if (now.isEmpty()) return last;
        parents.keySet().retainAll(new HashSet<>(now));
        for (int pid : now) if (!parents.containsKey(pid) || members.contains(pid)) ask(pid);
        for (int i = 0; i < Math.min(IN_TURN, now.size()); i++) ask(now.get(Math.floorMod(turn++, now.size())));
        List<Integer> below = ProcessTree.below(root, parents);
        members = Set.copyOf(below);
        last = List.copyOf(below);
        return below;
    }

    private void ask(int pid) {
        int found = parent.applyAsInt(pid);
        if (found == ProcessTree.UNKNOWN) parents.remove(pid);
        else parents.put(pid, found);
    }
}
