package interleave.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * The niceness of a session. The scheduler shares a CPU among sessions first, each as nice as it was told to be, and
 * then among the threads of each (sched(7), autogroup): the niceness of a thread counts within its session alone, and
 * a new session has 0.
 */
public final class Autogroup {
    private static final String NAME = "/autogroup-";

    /** Of all who are not root the kernel takes one change in a tenth of a second. */
    private static final int TRIES = 5;

    private static final long BETWEEN_NANOS = 100_000_000;

    private Autogroup() {}

    /**
     * Gives the session that this process leads the niceness of the process, which began before the session did.
     * Nothing is done where it leads none, where there are no such groups, and where the kernel refuses.
     */
    public static void follow(Path proc) {
        ProcessStat stat = new ProcessStat(proc);
        int niceness = stat.niceness();
        if (niceness == 0 || !stat.leadsSession()) return;
        Path group = proc.resolve("self/autogroup");
        if (!KernelText.orNothing(group).startsWith(NAME)) return;
        for (int i = 0; i < TRIES && !written(group, String.valueOf(niceness)); i++)
            LockSupport.parkNanos(BETWEEN_NANOS);
    }

    private static boolean written(Path group, String niceness) {
        try {
            Files.writeString(group, niceness, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
