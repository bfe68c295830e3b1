package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The descendants of a process, by the parent that each process of {@code /proc} names, or those of a session: some
 * fifteen microseconds for each process of the machine. One thread.
 */
public final class ProcessTree {
    /** Fields between the session and the number of threads. */
    private static final int TO_THREADS = 13;

    private record Kin(int parent, int session) {}

    private final Path proc;
    private final int root;
    private final boolean session;

    private ProcessTree(Path proc, int root, boolean session) {
        this.proc = proc;
        this.root = root;
        this.session = session;
    }

    /** @param root itself is no descendant */
    public ProcessTree(Path proc, int root) {
        this(proc, root, false);
    }

    /** Those of a session (setsid(2)), whoever their parents are, with their descendants in other sessions. */
    public static ProcessTree ofSession(Path proc, int session) {
        return new ProcessTree(proc, session, true);
    }

    /** Their process ids, nearest first, then by number, without those that have ended and were not asked yet how. */
    public List<Integer> members() {
        Map<Integer, Kin> all = all();
        Map<Integer, List<Integer>> children = children(all);
        Set<Integer> members = new LinkedHashSet<>();
        Deque<Integer> next = new ArrayDeque<>();
        if (session)
            all.forEach((pid, kin) -> {
                if (kin.session == root && members.add(pid)) next.add(pid);
            });
        else next.add(root);
        while (!next.isEmpty())
            for (int child : children.getOrDefault(next.remove(), List.of())) if (members.add(child)) next.add(child);
        return new ArrayList<>(members);
    }

    private Map<Integer, Kin> all() {
        Map<Integer, Kin> all = new TreeMap<>();
        for (int pid : new ProcessSlices(proc).pids()) kin(pid).ifPresent(kin -> all.put(pid, kin));
        return all;
    }

    private static Map<Integer, List<Integer>> children(Map<Integer, Kin> all) {
        Map<Integer, List<Integer>> children = new HashMap<>();
        all.forEach((pid, kin) ->
                children.computeIfAbsent(kin.parent, each -> new ArrayList<>()).add(pid));
        return children;
    }

    /** Empty of one that has ended. */
    private Optional<Kin> kin(int pid) {
        String stat = KernelText.orNothing(proc.resolve(String.valueOf(pid)).resolve("stat"));
        if (stat.isEmpty()) return Optional.empty();
        try {
            Cursor text = Cursor.of("stat", stat);
            text.untilLast(')');
            boolean leadEnded = text.word().matches("[ZXx]");
            int parent = (int) text.number();
            text.skipWords(1);
            int session = (int) text.number();
            text.skipWords(TO_THREADS);
            return leadEnded && text.number() <= 1 ? Optional.empty() : Optional.of(new Kin(parent, session));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
