package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The resources that this process uses. CPU time to the nanosecond is the sum of its threads' {@code schedstat}; of
 * threads that end between two looks it lacks the last bit, so that it is lifted to that of {@link ProcessStat}, which
 * has them all but counts in ticks of 10 ms. One thread.
 */
public final class OwnUse {
    /**
     * @param cpuNanos since the process began
     * @param slices how often its threads were put on a CPU; 0 where the kernel does not count
     */
    public record Sample(long cpuNanos, long slices, long residentBytes) {}

    private final Path tasks;
    private final ProcessStat stat;
    private final RecentStatus status;
    private final Map<Integer, ProcFile> threads = new HashMap<>();
    private final ThreadAccount account = new ThreadAccount();

    public OwnUse(Path proc, RecentStatus status) {
        tasks = proc.resolve("self/task");
        stat = new ProcessStat(proc);
        this.status = status;
    }

    public Sample read() throws IOException {
        ProcessStatus.Numbers now = status.numbers();
        boolean allRead = readThreads();
        if (!allRead || threads.size() != now.threads()) {
            findThreads();
            readThreads();
        }
        account.atLeast(stat.cpuNanos());
        SchedStat use = account.total();
        return new Sample(use.cpuNanos(), use.slices(), now.residentBytes());
    }

    private boolean readThreads() throws IOException {
        boolean all = true;
        for (Iterator<Map.Entry<Integer, ProcFile>> i = threads.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<Integer, ProcFile> thread = i.next();
            Optional<SchedStat> use = use(thread.getValue());
            if (use.isPresent()) {
                account.saw(thread.getKey(), use.get());
            } else {
                account.lost(thread.getKey());
                thread.getValue().close();
                i.remove();
                all = false;
            }
        }
        return all;
    }

    /** Empty once the thread has ended. */
    private static Optional<SchedStat> use(ProcFile schedstat) {
        try {
            return Optional.of(SchedStat.parse(schedstat.read()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void findThreads() {
        String[] names = tasks.toFile().list();
        if (names == null) return;
        for (String name : names) {
            threads.computeIfAbsent(
                    Integer.valueOf(name),
                    thread -> new ProcFile(tasks.resolve(name).resolve("schedstat")));
        }
    }
}
