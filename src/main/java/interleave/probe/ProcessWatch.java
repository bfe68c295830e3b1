package interleave.probe;

import interleave.kernel.Freezer;
import interleave.kernel.ProcessNumbers;
import interleave.kernel.ProcessSlices;
import interleave.kernel.ProcessSources;
import interleave.kernel.ProcessStatus;
import interleave.metric.BusyProcess;
import interleave.metric.Closeup;
import interleave.metric.ProcessReadings;
import interleave.metric.ProcessTable;
import interleave.metric.Reading;
import interleave.metric.ThreadTable;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The processes that somebody asked for. Before there is one nothing is opened; the first tick finds
 * out what may be asked, which takes a while. One thread. */
public final class ProcessWatch {
    /**
     * So long a machine has to switch much before its processes are asked for totals, unless one is watched: longer
     * than the first seconds, in which the JVM is not to build what asks beside the first keys.
     */
    static final long A_WHILE_NANOS = 7_000_000_000L;

    private static final Path SYS = Path.of("/sys");

    private final Path proc;
    private final Ticker ticker;
    private final List<Integer> asked = new ArrayList<>();
    private final List<ProcessProbe> probes = new ArrayList<>();
    private Optional<Supplier<WatchedCommand>> command = Optional.empty();
    private Optional<TreeProbe> tree = Optional.empty();
    private Optional<ProcessSources> sources = Optional.empty();
    private Optional<BusiestProcesses> busiest = Optional.empty();
    private OptionalLong busySince = OptionalLong.empty();
    private boolean decided;
    private final ThreadWatch threads;
    private Optional<ProcessPicker> picker = Optional.empty();
    private final Optional<Supplier<ProcessSources>> opener;

    public ProcessWatch(Path proc, Ticker ticker) {
        // start-up: a lambda here is one more to be linked before the first frame
        this(proc, ticker, Optional.empty());
    }

    /** @param opener finds out what may be asked, at most once; empty: the usual way */
    ProcessWatch(Path proc, Ticker ticker, Optional<Supplier<ProcessSources>> opener) {
        this.proc = proc;
        this.ticker = ticker;
        this.opener = opener;
        threads = new ThreadWatch(proc, SYS, ticker);
    }

    /** Whose threads are looked at from now on. */
    public void threads(ThreadTable.Scope scope) {
        threads.scope(scope);
    }

    /** A look at whatever somebody wants to see closely. */
    Closeup closeup(List<ProcessReadings> watched) {
        if (threads.scope() == ThreadTable.Scope.NOBODY && picker.isEmpty()) return Closeup.NONE;
        ProcessTable processes = ProcessTable.NONE;
        if (picker.isPresent()) processes = picker.get().tick(sources().whole(), watched);
        return new Closeup(threads.tick(watched, this::parts), processes, List.copyOf(asked));
    }

    /** The processes that a watched one is. */
    private List<Integer> parts(int pid) {
        List<Integer> ofTree = tree.map(probe -> probe.processes(pid)).orElse(List.of());
        return ofTree.isEmpty() ? List.of(pid) : ofTree;
    }

    /** From now on all processes are looked at, to choose among them; or no longer. */
    public void choosing(boolean on) {
        picker = on ? Optional.of(new ProcessPicker(proc, ticker)) : Optional.empty();
    }

    /** No longer this one. */
    public void remove(int pid) {
        int place = asked.indexOf(pid);
        if (place < 0) return;
        asked.remove(place);
        if (place < probes.size()) probes.remove(place).close();
    }

    private ProcessSources sources() {
        if (sources.isEmpty())
            sources = Optional.of(opener.isPresent() ? opener.get().get() : new ProcessSources(proc, ownPid()));
        return sources.get();
    }

    /** From the next tick on this one too. */
    public void add(int pid) {
        if (!asked.contains(pid)) asked.add(pid);
    }

    /** From the next tick on this one, before all others: with all that comes of it, as if it were one process. */
    public void add(Supplier<WatchedCommand> asked) {
        command = Optional.of(asked);
    }

    /** From the next tick on the processes that switch most are told, too. */
    public void nameBusiest() {
        busiest = Optional.of(new BusiestProcesses(new ProcessSlices(proc), ProcessNumbers.ofSelf(proc), ticker));
    }

    /**
     * Those that switch most, the busiest first; none where nobody asked for them.
     *
     * @param machine switches per second of the whole machine
     */
    List<BusyProcess> busiest(Reading machine) {
        if (busiest.isEmpty()) return List.of();
        if (!decided && busyForAWhile(machine)) {
            decided = true;
            if (ProcessStatus.administersNetworks(proc)) sources();
        }
        return busiest.get().tick(machine, sources.flatMap(ProcessSources::whole));
    }

    /**
     * Asking for totals takes a part of the JVM that a monitor of an idle machine does not load, some megabytes: those
     * who switch a while are worth it, a burst is not.
     */
    private boolean busyForAWhile(Reading machine) {
        if (machine.orElse(0) < BusiestProcesses.WORTH_NAMING) busySince = OptionalLong.empty();
        else if (busySince.isEmpty()) busySince = OptionalLong.of(ticker.nanos());
        return busySince.isPresent() && ticker.nanos() - busySince.getAsLong() >= A_WHILE_NANOS;
    }

    /** The readings of all of them, in the order in which they were asked for. */
    public List<ProcessReadings> tick() {
        if (asked.isEmpty() && command.isEmpty()) return List.of();
        sources();
        if (command.isPresent() && tree.isEmpty())
            tree = Optional.of(
                    new TreeProbe(proc, SYS, command.get(), pid -> sources.get().account(pid), ticker));
        while (probes.size() < asked.size()) probes.add(probe(asked.get(probes.size())));
        List<ProcessReadings> all = new ArrayList<>(probes.size() + 1);
        if (tree.isPresent()) all.add(tree.get().tick());
        for (Watched probe : probes) all.add(probe.tick());
        return all;
    }

    private ProcessProbe probe(int pid) {
        return new ProcessProbe(pid, sources.orElseThrow().account(pid), new Freezer(proc, SYS, pid), ticker);
    }

    private static int ownPid() {
        return (int) ProcessHandle.current().pid();
    }
}
