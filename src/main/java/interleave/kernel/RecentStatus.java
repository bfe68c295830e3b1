package interleave.kernel;

import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/**
 * {@code /proc/self/status} for those that ask one after another in a tick: the kernel writes it once for all of them.
 * One thread.
 */
public final class RecentStatus {
    /** Longer than a tick takes, shorter than any interval between two. */
    static final long RECENT_NANOS = 50_000_000L;

    private final ProcFile file;
    private final Ticker ticker;
    private Optional<Cursor> text = Optional.empty();
    private long readNanos;
    private String list = "";
    private Optional<SortedSet<Integer>> allowed = Optional.empty();

    public RecentStatus(Path proc, Ticker ticker) {
        file = new ProcFile(proc.resolve("self/status"));
        this.ticker = ticker;
    }

    /** @throws Unreadable if the file, or a line of what is asked for, is missing */
    public ProcessStatus.Numbers numbers() throws IOException {
        return ProcessStatus.parse(text());
    }

    /** The CPUs that this process may use, by affinity and cpuset; empty where the kernel does not tell. */
    public Optional<SortedSet<Integer>> allowedCpus() {
        try {
            Cursor status = text();
            if (!status.seekLine(ProcessStatus.ALLOWED)) return Optional.empty();
            String now = status.rest();
            if (!now.equals(list)) allowed = CpuSet.parse(now);
            list = now;
            return allowed;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Cursor text() throws IOException {
        long now = ticker.nanos();
        if (text.isEmpty() || now - readNanos > RECENT_NANOS) {
            text = Optional.empty();
            text = Optional.of(file.read());
            readNanos = now;
        }
        return text.get().again();
    }
}
