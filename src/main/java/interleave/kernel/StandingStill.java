package interleave.kernel;

import java.nio.file.Path;

/** Whether a process has been stopped (SIGSTOP, ^Z, a debugger) or frozen (the freezer of either version of cgroups). */
public final class StandingStill {
    private StandingStill() {}

    /** False where the kernel does not say, as of a process that has gone. */
    public static boolean is(Path proc, long pid) {
        Path folder = proc.resolve(String.valueOf(pid));
        String stat = KernelText.orNothing(folder.resolve("stat"));
        int name = stat.lastIndexOf(')');
        if (name < 0 || name + 2 >= stat.length()) return false;
        char state = stat.charAt(name + 2);
        // A thread in the freezer shows as asleep; where it sleeps is the kernel's function of that name.
        String where = KernelText.orNothing(folder.resolve("wchan"));
        return state == 'T' || state == 't' || where.contains("freezer") || where.contains("refrigerator");
    }
}
