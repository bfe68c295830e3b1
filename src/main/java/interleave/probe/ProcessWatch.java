package interleave.probe;

import interleave.kernel.ProcessSources;
import interleave.metric.ProcessReadings;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes that somebody asked for. Nothing is opened, nor a class loaded, before there is one. One thread. */
public final class ProcessWatch {
    private final Path proc;
    private final Ticker ticker;
    private final List<ProcessProbe> probes = new ArrayList<>();
    private Optional<ProcessSources> sources = Optional.empty();

    public ProcessWatch(Path proc, Ticker ticker) {
        this.proc = proc;
        this.ticker = ticker;
    }

    /** From now on this one too. */
    public void add(int pid) {
        if (sources.isEmpty())
            sources = Optional.of(
                    new ProcessSources(proc, (int) ProcessHandle.current().pid()));
        probes.add(new ProcessProbe(pid, sources.get().account(pid), ticker));
    }

    /** The readings of all of them, in the order in which they were asked for. */
    public List<ProcessReadings> tick() {
        if (probes.isEmpty()) return List.of();
        List<ProcessReadings> all = new ArrayList<>(probes.size());
        for (ProcessProbe probe : probes) all.add(probe.tick());
        return all;
    }
}
