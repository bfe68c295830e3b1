package interleave.kernel;

import java.nio.file.Path;

/** The test whether a process has been stopped (SIGSTOP, ^Z, a debugger) or frozen, see {@link Freezer}. */
public record StandingStill(Path proc, Path sys) {
    public static StandingStill ofThisMachine() {
        return new StandingStill(Path.of("/proc"), Path.of("/sys"));
    }

    /** False where the kernel does not say, as of a process that has gone. */
    public boolean is(long pid) {
        Path folder = proc.resolve(String.valueOf(pid));
        String stat = KernelText.orNothing(folder.resolve("stat"));
        int name = stat.lastIndexOf(')');
        if (name < 0 || name + 2 >= stat.length()) return false;
        char state = stat.charAt(name + 2);
        return state == 'T' || state == 't' || new Freezer(proc, sys, pid).freezes();
    }
}
