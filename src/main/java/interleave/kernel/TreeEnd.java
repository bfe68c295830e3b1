package interleave.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The end of several processes: in order, where they hear it, and else by force. */
public final class TreeEnd {
    /** For them to end in order. */
    private static final long ORDERLY_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** A tree that starts processes faster than they are killed is given up after so many looks. */
    private static final int MOST_LOOKS = 50;

    private TreeEnd() {}

    /**
     * Ends them, in half a second or so. Returns whether there was any.
     *
     * @param tree those that are left, by their numbers in {@code /proc}
     */
    public static boolean of(Path proc, Supplier<List<Integer>> tree) {
        ProcessNumbers numbers = ProcessNumbers.ofThisProcess(proc);
        List<Integer> members = tree.get();
        members.forEach(pid -> send(numbers, pid, Signals.TERM));
        // One that was stopped hears it when it goes on.
        members.forEach(pid -> send(numbers, pid, Signals.CONTINUE));
        long deadline = System.nanoTime() + ORDERLY_NANOS;
        while (!tree.get().isEmpty() && System.nanoTime() < deadline) LockSupport.parkNanos(LOOK_NANOS);
        for (int look = 0; look < MOST_LOOKS; look++) {
            List<Integer> left = tree.get();
            if (left.isEmpty()) break;
            left.forEach(pid -> send(numbers, pid, Signals.KILL));
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return !members.isEmpty();
    }

    private static void send(ProcessNumbers numbers, int pid, int signal) {
        numbers.inCallsOfDescendant(pid).ifPresent(number -> Signals.send(number, signal));
    }
}
