package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processes of a session (setsid(2)), whoever their parents are, with their descendants in other sessions. Asks all
 * processes of the machine each time. One thread.
 */
public final class ProcessSession {
    /** No process has that number: in whose place the session stands. */
    private static final int LEADER = -2;

    /** Fields between the state and the session. */
    private static final int TO_SESSION = 2;

    private final Path proc;
    private final ProcessTree tree;
    private final int session;

    public ProcessSession(Path proc, int session) {
        this.proc = proc;
        this.session = session;
        tree = new ProcessTree(proc, LEADER);
    }

    /** Their process ids, without those that have ended and were not asked yet how. */
    public List<Integer> members() {
        Map<Integer, Integer> parents = new TreeMap<>();
        for (int pid : tree.pids()) {
            int parent = tree.parent(pid);
            parents.put(pid, parent > 0 && belongs(pid) ? LEADER : parent);
        }
        return ProcessTree.below(LEADER, parents);
    }

    private boolean belongs(int pid) {
        String stat = KernelText.orNothing(proc.resolve(String.valueOf(pid)).resolve("stat"));
        try {
            Cursor text = Cursor.of("stat", stat);
            text.untilLast(')');
            text.skipWords(1 + TO_SESSION);
            return text.number() == session;
        } catch (IOException e) {
            return false;
        }
    }
}
