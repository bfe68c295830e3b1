package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The test whether a process is frozen by its cgroups, of version 1 or 2 (cgroups(7)). It shows as asleep, or as
 * waiting for a disk, wherever it happened to be (Linux 6.18): only its cgroup tells. The file that says so is looked
 * for again when the process is in other cgroups than before. One thread.
 */
public final class Freezer {
    /** No hierarchy of version 1 has it, so that the one of version 2 is found beside those. */
    private static final String OF_NO_VERSION_1 = "none";

    private final Path proc;
    private final Path sys;
    private final ReusedText text = new ReusedText();
    private final String membership;
    private String cgroups = "";
    private Optional<String> ofVersion1 = Optional.empty();
    private Optional<String> ofVersion2 = Optional.empty();

    public Freezer(Path proc, Path sys, long pid) {
        this.proc = proc;
        this.sys = sys;
        membership = proc.resolve(String.valueOf(pid)).resolve("cgroup").toString();
    }

    /** False where the kernel does not say, as of a process that has gone. */
    public boolean freezes() {
        find(text(membership));
        // Of version 1 the state of a cgroup tells of those above it as well, and so do the events of version 2.
        return ofVersion1.map(this::text).orElse("").startsWith("FR")
                || ofVersion2.map(this::text).orElse("").contains("frozen 1");
    }

    private void find(String now) {
        if (now.equals(cgroups)) return;
        cgroups = now;
        List<String> places = KernelText.lines(now);
        List<String> mounts = KernelText.lines(KernelText.orNothing(proc.resolve("self/mountinfo")));
        ofVersion1 = file(Cgroup.find("freezer", places, mounts, sys), 1, "freezer.state");
        ofVersion2 = file(Cgroup.find(OF_NO_VERSION_1, places, mounts, sys), 2, "cgroup.events");
    }

    private static Optional<String> file(Optional<Cgroup> cgroup, int version, String name) {
        return cgroup.filter(found -> found.version() == version)
                .map(found -> found.folders().getFirst().resolve(name).toString());
    }

    private String text(String file) {
        try {
            return text.of(file).text();
        } catch (IOException e) {
            return "";
        }
    }
}
