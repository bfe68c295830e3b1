package interleave.probe;

import interleave.metric.BusyProcess;
import interleave.metric.Closeup;
import interleave.metric.Core;
import interleave.metric.Cores;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks all probes, one after another, and puts their parts together. One thread at a time. */
public final class Sampling {
    private static final Reading NOT_GIVEN = Reading.absent(Reading.Why.FAILED, "the probe did not give it");

    private final List<LiveProbe<?>> slots = new ArrayList<>();
    private final Ticker ticker;
    private final ProcessWatch processes;
    private HostIdentity host = HostIdentity.UNKNOWN;
    private List<ProcessReadings> watched = List.of();

    /** Of the machine alone. */
    Sampling(List<Probe<?>> probes, Ticker ticker) {
        this(probes, ticker, new ProcessWatch(Path.of("/proc"), ticker));
    }

    /** @param processes that are sampled too, in the same tick */
    public Sampling(List<Probe<?>> probes, Ticker ticker, ProcessWatch processes) {
        this.processes = processes;
        // start-up: no stream; the first one of a program takes 2 ms
        for (Probe<?> probe : probes) slots.add(slot(probe, ticker));
        this.ticker = ticker;
    }

    /** One sample of the machine, without the probes that are slow to start and have yet to be. */
    public Readings tick() {
        long start = ticker.nanos();
        Map<Metric, Reading> values = new LinkedHashMap<>();
        List<Core> cores = List.of();
        for (LiveProbe<?> slot : slots) {
            ProbeReadings part = slot.slow() ? slot.warmingUp() : slot.tick();
            for (Metric metric : slot.metrics())
                values.put(metric, part.values().getOrDefault(metric, NOT_GIVEN));
            if (!part.cores().isEmpty()) cores = part.cores();
            host = host.or(part.host());
        }
        if (!cores.isEmpty()) host = host.online(Cores.online(cores));
        watched = processes.tick();
        Reading switches = values.getOrDefault(HostMetrics.SWITCHES_PER_S, NOT_GIVEN);
        List<BusyProcess> busiest = processes.busiest(switches);
        Closeup closeup = processes.closeup(watched);
        values.put(HostMetrics.SAMPLE_MS, Reading.of((ticker.nanos() - start) / 1e6));
        return new Readings(start, values, cores, host, watched, busiest, closeup);
    }

    /** Has something else looked at from now on; with a first look at it. */
    Closeup look(Consumer<ProcessWatch> change) {
        change.accept(processes);
        return processes.closeup(watched);
    }

    /** Starts those that are slow to start. */
    public void startSlow() {
        for (LiveProbe<?> slot : slots) if (slot.slow()) slot.tick();
    }

    private static <S> LiveProbe<S> slot(Probe<S> probe, Ticker ticker) {
        return new LiveProbe<>(probe, ticker);
    }
}
