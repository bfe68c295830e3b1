package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** {@code /proc/meminfo}, kept open and read anew each time (proc_meminfo(5)). One thread. */
public final class MemInfo implements Closeable {
    private static final long KIB = 1024;

    /**
     * @param totalBytes the memory that the kernel has to give: the machine's, less what it holds for itself
     * @param availableBytes what it could hand out without swapping
     */
    public record Sample(long totalBytes, long availableBytes) {}

    private final ProcFile file;

    public MemInfo(Path proc) {
        file = new ProcFile(proc.resolve("meminfo"));
    }

    public Sample read() throws IOException {
        return parse(file.read());
    }

    /** In the order of the file. */
    static Sample parse(Cursor text) throws IOException {
        return new Sample(bytes(text, "MemTotal:"), bytes(text, "MemAvailable:"));
    }

    /** Of one read: {@link Sample#totalBytes}. */
    public static long totalBytes(Path proc) throws IOException {
        try (MemInfo info = new MemInfo(proc)) {
            return bytes(info.file.read(), "MemTotal:");
        }
    }

    private static long bytes(Cursor text, String field) throws IOException {
        if (!text.seekLine(field)) throw text.malformed("it has no " + field);
        return text.number() * KIB;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
