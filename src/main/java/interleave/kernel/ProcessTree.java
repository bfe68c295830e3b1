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
 * The descendants of a process, by the parent that each process of {@code /proc} names: some fifteen microseconds for
 * each process of the machine. One thread.
 */
public final class ProcessTree {
    /** Fields between the parent and the number of threads. */
    private static final int TO_THREADS = 15;

    private final Path proc;
    private final int root;

    /** @param root itself is no descendant */
    public ProcessTree(Path proc, int root) {
        this.proc = proc;
        this.root = root;
    }

    /** Their process ids, nearest first, then by number, without those that have ended and were not asked yet how. */
    public List<Integer> members() {
        Map<Integer, List<Integer>> children = children();
        List<Integer> members = new ArrayList<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty())
            for (int child : children.getOrDefault(next.remove(), List.of())) {
                members.add(child);
                next.add(child);
            }
        return members;
    }

    private Map<Integer, List<Integer>> children() {
        Map<Integer, Integer> parents = new TreeMap<>();
        for (int pid : new ProcessSlices(proc).pids()) {
            int parent = parent(pid);
            if (parent > 0) parents.put(pid, parent);
        }
        Map<Integer, List<Integer>> children = new HashMap<>();
        parents.forEach((pid, parent) ->
                children.computeIfAbsent(parent, each -> new ArrayList<>()).add(pid));
        return children;
    }

    /** 0 of one that has ended. */
    private int parent(int pid) {
        String stat = KernelText.orNothing(proc.resolve(String.valueOf(pid)).resolve("stat"));
        if (stat.isEmpty()) return 0;
        try {
            Cursor text = Cursor.of("stat", stat);
            text.untilLast(')');
            boolean leadEnded = text.word().matches("[ZXx]");
            int parent = (int) text.number();
            text.skipWords(TO_THREADS);
            return leadEnded && text.number() <= 1 ? 0 : parent;
        } catch (IOException e) {
            return 0;
        }
    }
}
