package interleave.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of the kernel that ends a process where memory has run out, on the whole machine or in a cgroup: it takes
 * the one with the most memory, by a score that {@code /proc/PID/oom_score_adj} shifts (proc_pid_oom_score_adj(5)).
 */
public final class OutOfMemoryKiller {
    /** The most: such a process goes before all that have less, whatever memory they hold. */
    private static final String FIRST = "1000";

    private static final String COUNT = "oom_kill ";

    private OutOfMemoryKiller() {}

    /**
     * Has it take this process first; its children inherit that. Anybody may raise the score of own processes.
     *
     * @param pid by its number in {@code /proc}; of one that is not there nothing happens
     */
    public static void takesFirst(Path proc, int pid) {
        try {
            Path score = proc.resolve(String.valueOf(pid)).resolve("oom_score_adj");
            if (Files.exists(score)) Files.writeString(score, FIRST);
        } catch (IOException e) {
            // Then it chooses by size, as among all others.
        }
    }

    /** True if it has ended a process in the cgroup of this one, or above: by the limit of that or the machine's. */
    public static boolean hasBeenHere(Path proc, Path sys) {
        try {
            for (Path folder : Cgroup.find("memory", proc, sys)
                    .map(Cgroup::folders)
                    .orElseThrow(() -> Unreadable.missing("this process is in no memory cgroup")))
                if (counts(folder.resolve("memory.events")) || counts(folder.resolve("memory.oom_control")))
                    return true;
        } catch (IOException e) {
            // It is not told.
        }
        return false;
    }

    private static boolean counts(Path file) {
        return KernelText.orNothing(file)
                .lines()
                .anyMatch(line -> line.startsWith(COUNT)
                        && !line.substring(COUNT.length()).strip().equals("0"));
    }
}
