package interleave.kernel;

import interleave.metric.Rates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The CPU quota of a process's cgroups, ours for example, and how often it stopped them: {@code cpu.max} or {@code
 * cpu.cfs_*}, and {@code cpu.stat}, of every level. One thread.
 */
public final class CpuQuota {
    /** A quota, and the counters of the folder that sets it. */
    public record Sample(Path folder, double cpus, Throttling throttling) {}

    /** {@code nr_periods}, {@code nr_throttled}, {@code throttled_time} or {@code throttled_usec}. */
    public record Throttling(long periods, long throttled, long nanos) {}

    /** The files of one folder on the way up. */
    private record Level(Path folder, ProcFile quota, Optional<ProcFile> period, ProcFile stat) {}

    private final Path proc;
    private final Path sys;
    private final String process;
    private Optional<List<Level>> levels = Optional.empty();

    public CpuQuota(Path proc, Path sys) {
        this(proc, sys, "self");
    }

    /** That of another process's cgroups. */
    public static CpuQuota of(Path proc, Path sys, int pid) {
        return new CpuQuota(proc, sys, String.valueOf(pid));
    }

    private CpuQuota(Path proc, Path sys, String process) {
        this.proc = proc;
        this.sys = sys;
        this.process = process;
    }

    /** The tightest quota; empty if there is none. */
    public Optional<Sample> tightest() throws IOException {
        if (levels.isEmpty()) levels = Optional.of(open());
        Optional<Level> tightest = Optional.empty();
        double cpus = Double.POSITIVE_INFINITY;
        for (Level level : levels.get()) {
            double quota = quota(level);
            if (quota >= cpus) continue;
            cpus = quota;
            tightest = Optional.of(level);
        }
        if (tightest.isEmpty()) return Optional.empty();
        Throttling throttling = throttling(tightest.get().stat.read());
        return Optional.of(new Sample(tightest.get().folder, cpus, throttling));
    }

    private List<Level> open() throws IOException {
        Cgroup cgroup = Cgroup.find("cpu", proc, sys, process)
                .orElseThrow(() -> Unreadable.missing("this process is in no CPU cgroup"));
        List<Level> open = new ArrayList<>();
        for (Path folder : cgroup.folders()) {
            Path quota = folder.resolve(cgroup.version() == 1 ? "cpu.cfs_quota_us" : "cpu.max");
            Optional<Path> period =
                    cgroup.version() == 1 ? Optional.of(folder.resolve("cpu.cfs_period_us")) : Optional.empty();
            if (!Files.exists(quota)) continue;
            open.add(new Level(
                    folder, new ProcFile(quota), period.map(ProcFile::new), new ProcFile(folder.resolve("cpu.stat"))));
        }
        return open;
    }

    private static double quota(Level level) throws IOException {
        Cursor text = level.quota.read();
        if (level.period.isEmpty()) return cpus(text, text);
        return cpus(text, level.period.get().read());
    }

    /** CPUs' worth of time; infinite where the quota is {@code max} or {@code -1}. */
    private static double cpus(Cursor quota, Cursor period) throws IOException {
        if (quota.skip("max") || quota.skip("-1")) return Double.POSITIVE_INFINITY;
        long micros = quota.number();
        return Rates.ratio(micros, period.number(), "no period").orElse(Double.POSITIVE_INFINITY);
    }

    private static Throttling throttling(Cursor text) throws IOException {
        long periods = 0;
        long throttled = 0;
        long nanos = 0;
        for (; !text.atEnd(); text.nextLine()) {
            if (text.skip("nr_periods ")) periods = text.number();
            else if (text.skip("nr_throttled ")) throttled = text.number();
            else if (text.skip("throttled_time ")) nanos = text.number();
            else if (text.skip("throttled_usec ")) nanos = text.number() * 1000;
        }
        return new Throttling(periods, throttled, nanos);
    }
}
