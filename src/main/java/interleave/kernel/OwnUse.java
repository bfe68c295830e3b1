package interleave.kernel;

import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The resources that this process uses. In its first seconds CPU time is the sum of its threads' {@code schedstat}; of
 * threads that end between two looks it lacks the last bit, so that it is lifted to that of {@link ProcessStat}, which
 * has them all but counts in ticks of 10 ms. From then on it is asked for by {@link Rusage}, one system call instead of
 * two for each thread, which would hold up the start for as long as the JVM takes to build it. One thread.
 */
public final class OwnUse {
    /** Asked once an interval, by which the first seconds have been shown. */
    static final long BY_THREADS_NANOS = 7_000_000_000L;

    /** All threads together, ended ones included; the time that they waited is not in it. */
    interface Totals {
        SchedStat read();
    }

    /** Makes it possible to ask, which takes milliseconds. */
    interface Opener {
        Totals open();
    }

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
    private final Ticker ticker;
    private final long begunNanos;
    private Optional<Opener> opener;
    private Optional<Totals> totals = Optional.empty();
    /** The surplus of the threads' own accounts over the totals when these were first asked. */
    private SchedStat ahead = SchedStat.NOTHING;

    public OwnUse(Path proc, RecentStatus status, Ticker ticker) {
        this(proc, status, ticker, OwnUse::byRusage);
    }

    OwnUse(Path proc, RecentStatus status, Ticker ticker, Opener opener) {
        tasks = proc.resolve("self/task");
        stat = new ProcessStat(proc);
        this.status = status;
        this.ticker = ticker;
        this.opener = Optional.of(opener);
        begunNanos = ticker.nanos();
    }

    public Sample read() throws IOException {
        ProcessStatus.Numbers now = status.numbers();
        SchedStat use = totals.isPresent() ? totals.get().read().plus(ahead) : ofThreads(now);
        if (totals.isEmpty() && ticker.nanos() - begunNanos >= BY_THREADS_NANOS) askForTotals(use);
        return new Sample(use.cpuNanos(), use.slices(), now.residentBytes());
    }

    /** Begins with the totals; the account goes on from where it was. */
    private void askForTotals(SchedStat soFar) throws IOException {
        if (opener.isEmpty() || soFar.slices() == 0) return;
        try {
            Totals fresh = opener.get().open();
            ahead = soFar.minus(fresh.read());
            totals = Optional.of(fresh);
            forgetThreads();
        } catch (RuntimeException | LinkageError e) {
            // Then the threads go on being asked.
            opener = Optional.empty();
        }
    }

    private static Totals byRusage() {
        Rusage rusage = Rusage.ofThisProcess();
        return () -> {
            Rusage.Used used = rusage.read();
            return new SchedStat(TimeUnit.MICROSECONDS.toNanos(used.cpuMicros()), 0, used.switches());
        };
    }

    private void forgetThreads() throws IOException {
        for (ProcFile thread : threads.values()) thread.close();
        threads.clear();
    }

    private SchedStat ofThreads(ProcessStatus.Numbers now) throws IOException {
        boolean allRead = readThreads();
        if (!allRead || threads.size() != now.threads()) {
            findThreads();
            readThreads();
        }
        account.atLeast(stat.cpuNanos());
        return account.total();
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
