package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/** {@code /proc/self/status} of this process, kept open and read anew each time (proc_pid_status(5)). One thread. */
public final class ProcessStatus implements Closeable {
    /**
     * Of one read.
     *
     * @param threads kernel threads of this process ({@code Threads})
     * @param residentBytes {@code VmRSS}
     * @param residentPeakBytes {@code VmHWM}, which unlike ru_maxrss starts anew at exec
     */
    public record Numbers(int threads, long residentBytes, long residentPeakBytes) {}

    static final String ALLOWED = "Cpus_allowed_list:";

    private static final int CAP_NET_ADMIN = 12;

    private final ProcFile file;

    public ProcessStatus(Path proc) {
        file = new ProcFile(proc.resolve("self/status"));
    }

    /** @throws Unreadable if the file, or one of these lines, is missing */
    public Numbers read() throws IOException {
        return parse(file.read());
    }

    /** In the order of the file. */
    static Numbers parse(Cursor text) throws IOException {
        long peak = number(text, "VmHWM:");
        long resident = number(text, "VmRSS:");
        return new Numbers((int) number(text, "Threads:"), resident * 1024, peak * 1024);
    }

    private static long number(Cursor text, String field) throws IOException {
        if (!text.seekLine(field)) throw text.malformed("it has no " + field);
        return text.number();
    }

    /** The CPUs that this process may use, by affinity and cpuset; empty where the kernel does not tell. */
    public Optional<SortedSet<Integer>> allowedCpus() {
        try {
            Cursor text = file.read();
            return text.seekLine(ALLOWED) ? CpuSet.parse(text.rest()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** True with CAP_NET_ADMIN in whatever user namespace this is: without it nobody is told totals of processes. */
    public static boolean administersNetworks(Path proc) {
        try (ProcessStatus status = new ProcessStatus(proc)) {
            return administersNetworks(status.file.read());
        } catch (IOException e) {
            return false;
        }
    }

    static boolean administersNetworks(Cursor text) throws IOException {
        if (!text.seekLine("CapEff:")) return false;
        try {
            return (Long.parseUnsignedLong(text.rest().strip(), 16) >> CAP_NET_ADMIN & 1) != 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
