package interleave.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A process's number in {@code /proc} and the one by which system calls know it. They are the same, except in a PID
 * namespace that sees the {@code /proc} of the one around it (unshare without --mount-proc, nsenter without -m):
 * there a process has several, of which {@code NSpid} in its {@code status} has all, the outermost first. Any thread.
 *
 * @param own this process's number in system calls
 */
public record ProcessNumbers(Path proc, int own) {
    public static ProcessNumbers ofThisProcess(Path proc) {
        return new ProcessNumbers(proc, (int) ProcessHandle.current().pid());
    }

    /** True if one number means one process. */
    public boolean same() {
        return ownInProc() == own;
    }

    /** This process's number in {@code /proc}; 0 where that does not know it. */
    public int ownInProc() {
        return ofSelf(proc);
    }

    /** The same, for whoever needs no other number. */
    // start-up: who asks the JDK for the own number has it make lambdas, before the keys are looked at.
    public static int ofSelf(Path proc) {
        try {
            return Integer.parseInt(Files.readSymbolicLink(proc.resolve("self")).toString());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** The number in {@code /proc} of a child of this process that has not been waited for; 0 where it has none. */
    public int inProc(int child) {
        int self = ownInProc();
        if (self == own) return child;
        int level = level();
        if (self == 0 || level < 0) return 0;
        ProcessTree tree = new ProcessTree(proc, self);
        for (int pid : tree.pids()) if (tree.parent(pid) == self && numbers(pid).at(level) == child) return pid;
        return 0;
    }

    /** The number by which system calls know a descendant of this process; empty where it has ended. */
    public OptionalInt inCallsOfDescendant(int pid) {
        if (same()) return OptionalInt.of(pid);
        int level = level();
        int number = level < 0 ? 0 : numbers(pid).at(level);
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** The same of any process of {@code /proc}; empty where it is in another namespace than this process. */
    public OptionalInt inCalls(int pid) {
        return same() || besides(pid) ? inCallsOfDescendant(pid) : OptionalInt.empty();
    }

    /** As deep as this process's namespace lies below that of {@code /proc}; negative where that is not told. */
    private int level() {
        return Numbers.of(proc.resolve("self")).each().length - 1;
    }

    private Numbers numbers(int pid) {
        return Numbers.of(proc.resolve(String.valueOf(pid)));
    }

    /** One of another namespace that lies as deep has a number there, too, which is not ours to call. */
    private boolean besides(int pid) {
        Path space = Path.of("ns/pid");
        try {
            Path ours = Files.readSymbolicLink(proc.resolve("self").resolve(space));
            return Files.readSymbolicLink(proc.resolve(String.valueOf(pid)).resolve(space))
                    .equals(ours);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** All numbers of one process; none where they may not be known. */
    private record Numbers(String[] each) {
        static Numbers of(Path process) {
            String all = KernelText.field(KernelText.orNothing(process.resolve("status")), "NSpid:")
                    .orElse("");
            return new Numbers(all.isBlank() ? new String[0] : all.strip().split("\\s+"));
        }

        int at(int level) {
            try {
                return level < each.length ? Integer.parseInt(each[level]) : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
