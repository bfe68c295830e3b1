package interleave.kernel;

import java.nio.file.Path;
import java.util.List;

/**
 * The test whether a process has been stopped (SIGSTOP, ^Z, a debugger) or frozen (by the freezer of cgroups). A frozen
 * one shows as asleep, or as waiting for a disk, wherever it happened to be (Linux 6.18): only its cgroup tells.
 */
public record StandingStill(Path proc, Path sys) {
    /** No hierarchy of version 1 has it, so that the one of version 2 is found beside those. */
    private static final String OF_NO_VERSION_1 = "none";

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
        return state == 'T' || state == 't' || frozen(folder);
    }

    private boolean frozen(Path process) {
        List<String> cgroups = lines(process.resolve("cgroup"));
        List<String> mounts = lines(proc.resolve("self/mountinfo"));
        // Of version 1 the state of a cgroup tells of those above it as well, and so do the events of version 2.
        return first("freezer", 1, cgroups, mounts, "freezer.state").startsWith("FR")
                || first(OF_NO_VERSION_1, 2, cgroups, mounts, "cgroup.events").contains("frozen 1");
    }

    private String first(String controller, int version, List<String> cgroups, List<String> mounts, String file) {
        return Cgroup.find(controller, cgroups, mounts, sys)
                .filter(cgroup -> cgroup.version() == version)
                .map(cgroup -> KernelText.orNothing(cgroup.folders().getFirst().resolve(file)))
                .orElse("");
    }

    private static List<String> lines(Path file) {
        return KernelText.orNothing(file).lines().toList();
    }
}
