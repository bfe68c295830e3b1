package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;

/** {@code /proc/meminfo} (proc_meminfo(5)). */
public final class MemInfo {
    private MemInfo() {}

    /** The memory that the kernel has to give: the machine's, less what it holds for itself. */
    public static long totalBytes(Path proc) throws IOException {
        try (ProcFile file = new ProcFile(proc.resolve("meminfo"))) {
            Cursor text = file.read();
            if (!text.seekLine("MemTotal:")) throw text.malformed("it has no MemTotal");
            return text.number() * 1024;
        }
    }
}
