package interleave.probe;

import static interleave.metric.HostMetrics.CGROUP_CPUS;
import static interleave.metric.HostMetrics.THROTTLED_PERCENT;
import static interleave.metric.HostMetrics.THROTTLED_TIME_PERCENT;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.kernel.Cgroup;
import interleave.kernel.Cursor;
import interleave.kernel.ProcFile;
import interleave.kernel.Unreadable;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CPU quota of our cgroup, and how often it stopped us: {@code cpu.max} or {@code cpu.cfs_*}, {@code cpu.stat}. */
final class QuotaProbe implements Probe<Optional<QuotaProbe.Sample>> {
    /** A quota, and the counters of the folder that sets it. */
    record Sample(Path folder, double cpus, Throttling throttling) {}

    /** {@code nr_periods}, {@code nr_throttled}, {@code throttled_time} or {@code throttled_usec}. */
    record Throttling(long periods, long throttled, long nanos) {}

    /** The files of one folder on the way up. */
    private record Level(Path folder, ProcFile quota, Optional<ProcFile> period, ProcFile stat) {}

    private static final Reading UNLIMITED = Reading.absent(UNSUPPORTED, "no CPU quota is set");

    private final Path proc;
    private final Path sys;
    private Optional<List<Level>> levels = Optional.empty();

    QuotaProbe(Path proc, Path sys) {
        this.proc = proc;
        this.sys = sys;
    }

    @Override
    public String name() {
        return "CPU quota";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(CGROUP_CPUS, THROTTLED_PERCENT, THROTTLED_TIME_PERCENT);
    }

    /** The tightest quota; empty if there is none. */
    @Override
    public Optional<Sample> read() throws IOException {
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
        Cgroup cgroup =
                Cgroup.find("cpu", proc, sys).orElseThrow(() -> Unreadable.missing("this process is in no CPU cgroup"));
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
    static double cpus(Cursor quota, Cursor period) throws IOException {
        if (quota.skip("max") || quota.skip("-1")) return Double.POSITIVE_INFINITY;
        long micros = quota.number();
        return Rates.ratio(micros, period.number(), "no period").orElse(Double.POSITIVE_INFINITY);
    }

    static Throttling throttling(Cursor text) throws IOException {
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

    @Override
    public ProbeReadings derive(Optional<Optional<Sample>> before, Optional<Sample> after, long elapsedNanos) {
        if (after.isEmpty()) return part(UNLIMITED, UNLIMITED, UNLIMITED);
        Sample now = after.get();
        Reading cpus = Reading.of(now.cpus);
        Optional<Throttling> past = before.flatMap(sample -> sample)
                .filter(sample -> sample.folder.equals(now.folder))
                .map(Sample::throttling);
        if (past.isEmpty()) return part(cpus, Reading.WARMING_UP, Reading.WARMING_UP);
        Throttling then = past.get();
        long periods = now.throttling.periods - then.periods;
        long throttled = Math.max(0, now.throttling.throttled - then.throttled);
        return part(
                cpus,
                periods == 0 ? Reading.of(0) : Rates.percent(throttled, periods),
                Rates.timePercent(then.nanos, now.throttling.nanos, elapsedNanos));
    }

    private static ProbeReadings part(Reading cpus, Reading throttled, Reading time) {
        return ProbeReadings.of(Map.of(CGROUP_CPUS, cpus, THROTTLED_PERCENT, throttled, THROTTLED_TIME_PERCENT, time));
    }
}
