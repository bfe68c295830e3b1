package interleave.probe;

import interleave.kernel.RecentStatus;
import interleave.metric.HostMetrics;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.List;

/** The catalogue of probes, cheap ones first: a new probe is one file and one line here. */
public final class Probes {
    private Probes() {}

    /** Those of the system we run on. */
    public static List<Probe<?>> all(Ticker ticker) {
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        return linux ? linux(Path.of("/proc"), Path.of("/sys"), ticker) : elsewhere(ticker);
    }

    /** Those of Linux, with their files under other roots than usual. OSHI's always come from this machine's own. */
    static List<Probe<?>> linux(Path proc, Path sys, Ticker ticker) {
        RecentStatus status = new RecentStatus(proc, ticker);
        return List.of(
                new KernelStatProbe(proc, sys, status, ticker),
                new LoadProbe(proc),
                new PressureProbe(proc, "cpu", HostMetrics.PRESSURE_CPU, HostMetrics.PRESSURE_CPU_NOW),
                new PressureProbe(proc, "io", HostMetrics.PRESSURE_IO, HostMetrics.PRESSURE_IO_NOW),
                new PressureProbe(proc, "memory", HostMetrics.PRESSURE_MEMORY, HostMetrics.PRESSURE_MEMORY_NOW),
                new QuotaProbe(proc, sys, ticker),
                new PidsProbe(proc, sys, ticker),
                new MemoryLimitProbe(proc, sys, ticker),
                new SelfProbe(proc, status),
                new MemoryProbe(proc),
                new UptimeProbe(proc),
                new IdentityProbe(proc),
                new CoreCountProbe(() -> OshiSource.cores(OshiSource.linuxProcessor())));
    }

    private static List<Probe<?>> elsewhere(Ticker ticker) {
        return List.of(new OshiCoresProbe(OshiSource::elsewhere), new OshiProbe(OshiSource::elsewhere, ticker));
    }
}
