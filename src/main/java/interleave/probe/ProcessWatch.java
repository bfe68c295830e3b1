package interleave.probe;

import interleave.kernel.ProcessSources;
import interleave.metric.ProcessReadings;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes that somebody asked for. Before there is one nothing is opened; the first tick finds
 * out what may be asked, which takes a while. One thread. */
public final class ProcessWatch {
    private final Path proc;
    private final Ticker ticker;
    private final List<Integer> asked = new ArrayList<>();
    private final List<ProcessProbe> probes = new ArrayList<>();
    private Optional<ProcessSources> sources = Optional.empty();

    public ProcessWatch(Path proc, Ticker ticker) {
        this.proc = proc;
        this.ticker = ticker;
    }

    /** From the next tick on this one too. */
    public void add(int pid) {
        asked.add(pid);
    }

    /** The readings of all of them, in the order in which they were asked for. */
    public List<ProcessReadings> tick() {
        if (asked.isEmpty()) return List.of();
        if (sources.isEmpty())
            sources = Optional.of(
                    new ProcessSources(proc, (int) ProcessHandle.current().pid()));
        while (probes.size() < asked.size()) probes.add(probe(asked.get(probes.size())));
        List<ProcessReadings> all = new ArrayList<>(probes.size());
        for (ProcessProbe probe : probes) all.add(probe.tick());
        return all;
    }

    private ProcessProbe probe(int pid) {
        return new ProcessProbe(pid, sources.orElseThrow().account(pid), ticker);
    }
}
