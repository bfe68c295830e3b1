package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The descendants of a process, by the parent that each process of {@code /proc} names: for whoever must not miss one,
 * since it asks all processes of the machine each time. {@link FollowedTree} asks fewer. One thread.
 */
public final class ProcessTree {
    /** Of a process that has ended: nobody's child. */
    static final int NOBODY = 0;

    /** Of a process that could not be asked. */
    static final int UNKNOWN = -1;

    /** Fields between the parent and the number of threads. */
    private static final int TO_THREADS = 15;

    private final String proc;
    private final ProcessSlices processes;
    private final ReusedText text = new ReusedText();
    private final int root;

    /** @param root itself is no descendant */
    public ProcessTree(Path proc, int root) {
        this.proc = proc + "/";
        this.processes = new ProcessSlices(proc);
        this.root = root;
    }

    /** Their process ids, nearest first, then by number, without those that have ended and were not asked yet how. */
    public List<Integer> members() {
        Map<Integer, Integer> parents = new TreeMap<>();
        for (int pid : pids()) parents.put(pid, parent(pid));
        return below(root, parents);
    }

    /** All processes of the machine. */
    List<Integer> pids() {
        return processes.pids();
    }

    /**
     * The descendants of a process, as {@link #members} has them.
     *
     * @param parents of each process, in ascending order of its number
     */
    static List<Integer> below(int root, Map<Integer, Integer> parents) {
        Map<Integer, List<Integer>> children = new HashMap<>();
        parents.forEach((pid, parent) ->
                children.computeIfAbsent(parent, each -> new ArrayList<>()).add(pid));
        List<Integer> members = new ArrayList<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty())
            for (int child : children.getOrDefault(next.remove(), List.of())) {
                members.add(child);
                next.add(child);
            }
        return members;
    }

    /** The parent of a process: {@link #NOBODY} where it has ended, and {@link #UNKNOWN} where it does not say. */
    int parent(int pid) {
        try {
            Cursor stat = text.of(proc + pid + "/stat");
            stat.seekLastOfAll(')');
            String state = stat.word();
            if (state.isEmpty()) return UNKNOWN;
            int parent = (int) stat.number();
            stat.skipWords(TO_THREADS);
            return PidStat.Lead.ended(state.charAt(0)) && stat.number() <= 1 ? NOBODY : parent;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
