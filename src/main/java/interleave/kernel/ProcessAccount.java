package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The account of one process's use, with all its threads, by the best source that this user may read. Its {@code stat}
 * is kept open, which ends with the process, so that another one with the same number is never taken for it. One
 * thread.
 */
public final class ProcessAccount implements Closeable {
    /** An exact source of totals; empty for a process that is gone. Throws where it cannot be asked any more. */
    @FunctionalInterface
    public interface Exact {
        Optional<SwitchTotals> of(int pid) throws IOException;
    }

    /**
     * @param residentBytes empty where it has no memory of its own, or none can be found
     * @param threadsStarted since it began, as JVMs tell; empty of others
     */
    public record Sample(PidStat stat, SwitchTotals totals, OptionalLong residentBytes, OptionalLong threadsStarted) {}

    /** A JVM writes its counters some time after its start. */
    private static final int LOOKS_FOR_A_JVM = 5;

    private final Path folder;
    private final int pid;
    private final long pageBytes;
    private final ProcFile stat;
    private final ProcFile memory;
    private final ThreadSums sums;
    private Optional<Exact> exact;
    /** The time by which {@code stat} has seen more than the exact source. */
    private long unseenNanos;

    private Optional<JvmCounters> jvm = Optional.empty();
    private int looks;
    private String name = "";

    /** @param exact asked first; once it refuses it is not asked again, since sums of two sources are no rate */
    public ProcessAccount(Path proc, int pid, long pageBytes, Optional<Exact> exact) {
        this.folder = proc.resolve(String.valueOf(pid));
        this.pid = pid;
        this.pageBytes = pageBytes;
        this.exact = exact;
        stat = new ProcFile(folder.resolve("stat"));
        memory = new ProcFile(folder.resolve("statm"));
        sums = new ThreadSums(folder);
    }

    /**
     * Reads now.
     *
     * @return empty if there is no process of that number, or it is hidden
     * @throws Unreadable if there is one that this user may not look at
     */
    public Optional<Sample> read() throws IOException {
        Optional<PidStat> now = stat();
        if (now.isEmpty()) return Optional.empty();
        Optional<SwitchTotals> totals = totals(now.get());
        if (totals.isEmpty()) return Optional.empty();
        return Optional.of(new Sample(now.get(), totals.get(), resident(now.get()), threadsStarted(now.get())));
    }

    private Optional<PidStat> stat() throws IOException {
        try {
            return Optional.of(PidStat.parse(stat.read()));
        } catch (Unreadable e) {
            stat.close();
            if (!Files.exists(folder.resolve("stat"))) return Optional.empty();
            // The one that was open has ended, and its number was given away, or this is no matter of an end.
            return Optional.of(PidStat.parse(stat.read()));
        }
    }

    private Optional<SwitchTotals> totals(PidStat now) throws IOException {
        if (exact.isPresent()) {
            try {
                return exact.get().of(pid).map(told -> lifted(told, now.cpuNanos()));
            } catch (Unreadable e) {
                exact = Optional.empty();
            }
        }
        try {
            return Optional.of(sums.read(now.cpuNanos()));
        } catch (Unreadable e) {
            if (!Files.exists(folder)) return Optional.empty();
            throw e;
        }
    }

    /**
     * CPU time to the nanosecond lacks what threads used while they ended, 20 to 50 microseconds each; {@code stat} has
     * it, and counts in steps of 10 ms.
     */
    private SwitchTotals lifted(SwitchTotals told, long leastCpuNanos) {
        unseenNanos = Math.max(unseenNanos, leastCpuNanos - told.cpuNanos());
        return told.withCpu(told.cpuNanos() + unseenNanos);
    }

    private OptionalLong threadsStarted(PidStat now) throws IOException {
        if (now.state().kernelThread()) return OptionalLong.empty();
        if (!now.name().equals(name)) becomesAnother(now.name());
        if (jvm.isEmpty() && looks++ < LOOKS_FOR_A_JVM) jvm = JvmCounters.of(folder);
        return jvm.isEmpty() ? OptionalLong.empty() : jvm.get().threadsStarted();
    }

    /** It runs another program now, which may be a JVM: a script that ends in {@code exec java} is one. */
    private void becomesAnother(String other) throws IOException {
        name = other;
        looks = 0;
        if (jvm.isPresent()) jvm.get().close();
        jvm = Optional.empty();
    }

    private OptionalLong resident(PidStat now) {
        if (now.state().kernelThread() || now.zombie()) return OptionalLong.empty();
        long pages = now.leadEnded() ? pagesOfAnother() : pages(now);
        return pages > 0 ? OptionalLong.of(pages * pageBytes) : OptionalLong.empty();
    }

    /** The sum over all CPUs; {@code stat} has what was added up so far: too little by 32 pages and more for each. */
    private long pages(PidStat now) {
        try {
            return pages(memory.read());
        } catch (IOException e) {
            return now.residentPages();
        }
    }

    private static long pages(Cursor statm) throws IOException {
        statm.skipWords(1);
        return statm.number();
    }

    /** The memory of a process whose lead thread has ended is found with another of its threads. */
    private long pagesOfAnother() {
        String[] threads = folder.resolve("task").toFile().list();
        if (threads == null) return 0;
        for (String thread : threads) {
            if (thread.equals(String.valueOf(pid))) continue;
            try {
                return pages(Cursor.of("statm", KernelText.orNothing(folder.resolve("task", thread, "statm"))));
            } catch (IOException e) {
                // It has ended as well: the next.
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        stat.close();
        memory.close();
        if (jvm.isPresent()) jvm.get().close();
    }
}
