package interleave.probe;

import interleave.kernel.RecentStatus;
import interleave.metric.HostMetrics;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of probes: a new one is a file and a line here, under those that are shown if a panel shows it. */
public final class Probes {
    private static final Path PROC = Path.of("/proc");
    private static final Path SYS = Path.of("/sys");

    private Probes() {}

    /** Those of the system we run on. */
    public static List<Probe<?>> all(Ticker ticker) {
        return linux() ? linux(PROC, SYS, ticker) : elsewhere(ticker);
    }

    /** The same without those of which the screen has no number: nobody waits for them there. */
    public static List<Probe<?>> shown(Ticker ticker) {
        return linux() ? shown(PROC, SYS, ticker) : elsewhere(ticker);
    }

    private static boolean linux() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    /** Those of Linux, with their files under other roots than usual. OSHI's always come from this machine's own. */
    static List<Probe<?>> linux(Path proc, Path sys, Ticker ticker) {
        List<Probe<?>> all = new ArrayList<>(shown(proc, sys, ticker));
        all.add(new PressureProbe(proc, "io", HostMetrics.PRESSURE_IO, HostMetrics.PRESSURE_IO_NOW));
        all.add(new PressureProbe(proc, "memory", HostMetrics.PRESSURE_MEMORY, HostMetrics.PRESSURE_MEMORY_NOW));
        all.add(new PidsProbe(proc, sys, ticker));
        all.add(new MemoryProbe(proc));
        all.add(new CoreCountProbe(() -> OshiSource.cores(OshiSource.linuxProcessor())));
        return List.copyOf(all);
    }

    static List<Probe<?>> shown(Path proc, Path sys, Ticker ticker) {
        RecentStatus status = new RecentStatus(proc, ticker);
        return List.of(
                new KernelStatProbe(proc, sys, status, ticker),
                new LoadProbe(proc),
                new PressureProbe(proc, "cpu", HostMetrics.PRESSURE_CPU, HostMetrics.PRESSURE_CPU_NOW),
                new QuotaProbe(proc, sys, ticker),
                new MemoryLimitProbe(proc, sys, ticker),
                new SelfProbe(proc, status, ticker),
                new UptimeProbe(proc),
                new IdentityProbe(proc));
    }

    private static List<Probe<?>> elsewhere(Ticker ticker) {
        return List.of(new OshiCoresProbe(OshiSource::elsewhere), new OshiProbe(OshiSource::elsewhere, ticker));
    }
}
