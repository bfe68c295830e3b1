package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The sources that this user may ask about processes, found out once. One thread. */
public final class ProcessSources implements Closeable {
    private final Path proc;
    private final int ownPid;
    /** Else a number is one process in the files and another one to taskstats. */
    private final boolean sameNumbers;

    private final long pageBytes = pageSize();
    private final Optional<Taskstats> taskstats;

    /** Tries what this machine has; starts and ends a thread for it. */
    public ProcessSources(Path proc, int ownPid) {
        this.proc = proc;
        this.ownPid = ownPid;
        sameNumbers = new ProcessNumbers(proc, ownPid).same();
        taskstats = sameNumbers ? taskstats(ownPid) : Optional.empty();
    }

    private static Optional<Taskstats> taskstats(int ownPid) {
        try {
            Taskstats opened = Taskstats.open();
            if (opened.keepsEndedThreads(ownPid)) return Optional.of(opened);
            opened.close();
            return Optional.empty();
        } catch (IOException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Who can be asked for the totals of any process; empty where nobody can. */
    public Optional<ProcessAccount.Exact> whole() {
        return taskstats.map(asked -> asked::of);
    }

    /** The account of a process, whether there is one of that number or not. */
    public ProcessAccount account(int pid) {
        if (taskstats.isPresent()) return new ProcessAccount(proc, pid, pageBytes, whole());
        if (sameNumbers && pid == ownPid) return new ProcessAccount(proc, pid, pageBytes, Optional.of(ownUse()));
        return new ProcessAccount(proc, pid, pageBytes, Optional.empty());
    }

    private ProcessAccount.Exact ownUse() {
        Rusage all = Rusage.ofThisProcess();
        ThreadSums waits = new ThreadSums(proc.resolve(String.valueOf(ownPid)));
        return pid -> {
            OptionalLong waited = waits.read(0).waitedNanos();
            Rusage.Used used = all.read();
            return Optional.of(new SwitchTotals(
                    used.cpuMicros() * 1000, used.voluntary(), used.involuntary(), waited, SwitchTotals.Source.RUSAGE));
        };
    }

    private static long pageSize() {
        try {
            return (int) (long) CFunction.named("getpagesize").invokeExact(0L, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("getpagesize could not be called", e);
        }
    }

    @Override
    public void close() {
        taskstats.ifPresent(Taskstats::close);
    }
}
