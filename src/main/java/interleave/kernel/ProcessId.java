package interleave.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A number of which somebody says that it is a process's. */
public final class ProcessId {
    private ProcessId() {}

    /** Why this number cannot be watched, and what would be right; empty if it can. */
    public static Optional<String> whyNot(Path proc, int pid) {
        Path folder = proc.resolve(String.valueOf(pid));
        String status;
        try {
            status = KernelText.of(folder.resolve("status"));
        } catch (IOException e) {
            if (Files.exists(folder)) return Optional.of("may not be looked at: " + Reason.of(e));
            return Optional.of("is no process" + (hides(proc) ? ", or /proc hides it from this user (hidepid)" : ""));
        }
        String owner = KernelText.field(status, "Tgid:").orElse("");
        if (owner.isEmpty() || owner.equals(String.valueOf(pid))) return Optional.empty();
        String name = KernelText.field(KernelText.orNothing(proc.resolve(owner).resolve("status")), "Name:")
                .orElse("");
        return Optional.of("is a thread of process " + owner + " (" + name + "); use " + owner);
    }

    /** True if users see their own processes only (proc(5)). */
    static boolean hides(Path proc) {
        for (String line : KernelText.orNothing(proc.resolve("self/mounts")).split("\n")) {
            String[] words = line.split(" ");
            if (words.length < 4 || !words[2].equals("proc") || !words[1].equals(proc.toString())) continue;
            for (String option : words[3].split(","))
                if (option.startsWith("hidepid=") && !option.equals("hidepid=0") && !option.equals("hidepid=off"))
                    return true;
        }
        return false;
    }
}
