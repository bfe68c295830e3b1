package interleave.lab;

import static interleave.run.SampleField.COMPLETED;
import static interleave.run.SampleField.NANOS;

import interleave.lab.stats.Repeated;
import interleave.metric.Durations;
import interleave.metric.Metric;
import interleave.metric.Unit;
import interleave.run.CostMetrics;
import interleave.run.Frame;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.SampleField;
import interleave.run.StateMetrics;
import interleave.run.TaskTime;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The numbers of a run that are compared, each made of its windows, so that they can be redrawn. */
public enum Quantity {
    TASKS_PER_S(WorkMetrics.TASKS_PER_S, true),
    TASKS_PER_CPU_S(CostMetrics.TASKS_PER_CPU_S, true),
    CPU_US_PER_TASK(CostMetrics.CPU_US_PER_TASK, false),
    SWITCHES_PER_TASK(CostMetrics.SWITCHES_PER_TASK, false),
    MINOR_FAULTS_PER_TASK(CostMetrics.MINOR_FAULTS_PER_TASK, false),
    MAJOR_FAULTS_PER_TASK(CostMetrics.MAJOR_FAULTS_PER_TASK, false),
    RESPONSE_P50(TimeMetrics.RESPONSE.at(Percentile.P50), false),
    RESPONSE_P99(TimeMetrics.RESPONSE.at(Percentile.P99), false),
    RESPONSE_P999(TimeMetrics.RESPONSE.at(Percentile.P999), false),
    RSS_PEAK(StateMetrics.RSS_PEAK_BYTES, false);

    /** Of so many drawn sets of windows the percentiles are worked out once: merging histograms takes long. */
    private static final int PREPARED = 48;

    /** As results have it. */
    public final String key;

    public final String title;

    /** Of its numbers, one as the title has it: a MiB where results have bytes. */
    private final double unitOfTitle;

    /** True if more is better. */
    public final boolean moreIsBetter;

    Quantity(RunMetric metric, boolean moreIsBetter) {
        this.key = metric.name();
        // In a summary a percentile stands below the name of its distribution; here it stands alone.
        boolean time = metric.metric().kind() == Metric.Kind.DISTRIBUTION;
        this.title = time ? metric.metric().title() + ", ms" : metric.inText();
        this.unitOfTitle = metric.metric().unit() == Unit.BYTES ? 1 << 20 : 1;
        this.moreIsBetter = moreIsBetter;
    }

    /** A number of it in the unit that its title says. */
    public double inUnitOfTitle(double value) {
        return value / unitOfTitle;
    }

    /** By its name in results, or by p50, p99, p999 or p99.9. */
    public static Optional<Quantity> named(String name) {
        String full = name.matches("p(50|99|99\\.?9)") ? "response_" + name.replace(".", "") + "_ms" : name;
        for (Quantity quantity : values()) if (quantity.key.equals(full)) return Optional.of(quantity);
        return Optional.empty();
    }

    /**
     * Its value in one repetition; empty where there is none, as of a percentile of too few tasks.
     *
     * @param windows of the measured time, one behind the other, at least one
     * @param peakBytes resident memory
     */
    Optional<Repeated> of(List<MeasuredWindow> windows, double peakBytes, long seed) {
        return switch (this) {
            case TASKS_PER_S -> ratio(windows, Quantity::tasks, Quantity::seconds);
            case TASKS_PER_CPU_S -> ratio(windows, Quantity::tasks, Quantity::cpuSeconds);
            case CPU_US_PER_TASK -> ratio(windows, window -> 1e6 * cpuSeconds(window), Quantity::tasks);
            case SWITCHES_PER_TASK -> ratio(windows, Quantity::switches, Quantity::tasks);
            case MINOR_FAULTS_PER_TASK -> ratio(windows, grown(SampleField.MINOR_FAULTS), Quantity::tasks);
            case MAJOR_FAULTS_PER_TASK -> ratio(windows, grown(SampleField.MAJOR_FAULTS), Quantity::tasks);
            case RESPONSE_P50 -> percentile(windows, 50, 2, seed);
            case RESPONSE_P99 -> percentile(windows, 99, 100, seed);
            case RESPONSE_P999 -> percentile(windows, 99.9, 1000, seed);
            case RSS_PEAK -> Optional.of(Repeated.whole(peakBytes)).filter(peak -> peakBytes > 0);
        };
    }

    private static Optional<Repeated> ratio(
            List<MeasuredWindow> windows,
            ToDoubleFunction<MeasuredWindow> above,
            ToDoubleFunction<MeasuredWindow> below) {
        double[] tops = windows.stream().mapToDouble(above).toArray();
        double[] bottoms = windows.stream().mapToDouble(below).toArray();
        double sum = 0;
        for (double bottom : bottoms) sum += bottom;
        return sum > 0 ? Optional.of(Repeated.ratio(tops, bottoms)) : Optional.empty();
    }

    /** Histograms are merged, percentiles are never averaged. One sample is expected above it, at least. */
    private static Optional<Repeated> percentile(
            List<MeasuredWindow> windows, double percentile, int enough, long seed) {
        List<Durations> each = windows.stream()
                .map(window -> window.run().times(TaskTime.RESPONSE).orElse(Durations.NONE))
                .toList();
        Durations all = Durations.NONE;
        for (Durations one : each) all = all.plus(one);
        if (all.total() < enough) return Optional.empty();
        SplittableRandom lot = new SplittableRandom(seed);
        double[] redrawn = new double[PREPARED];
        for (int i = 0; i < PREPARED; i++) {
            Durations drawn = Durations.NONE;
            for (int j = 0; j < each.size(); j++) drawn = drawn.plus(each.get(lot.nextInt(each.size())));
            redrawn[i] = milliseconds(drawn.total() == 0 ? all : drawn, percentile);
        }
        return Optional.of(Repeated.prepared(milliseconds(all, percentile), redrawn));
    }

    private static double milliseconds(Durations durations, double percentile) {
        return durations.atPercentile(percentile) / 1e6;
    }

    private static double tasks(MeasuredWindow window) {
        return last(window).of(COMPLETED) - first(window).of(COMPLETED);
    }

    private static double seconds(MeasuredWindow window) {
        return (last(window).of(NANOS) - first(window).of(NANOS)) / 1e9;
    }

    /** Without the JVM's compilers, whose work is over one day. */
    private static double cpuSeconds(MeasuredWindow window) {
        double all = (last(window).cpuMicros() - first(window).cpuMicros()) / 1e6;
        return Math.max(0, all - window.compilerNanos().orElse(0) / 1e9);
    }

    private static double switches(MeasuredWindow window) {
        return last(window).switches() - first(window).switches();
    }

    private static ToDoubleFunction<MeasuredWindow> grown(SampleField counter) {
        return window -> last(window).of(counter) - first(window).of(counter);
    }

    private static Frame first(MeasuredWindow window) {
        return window.run().first().orElseThrow();
    }

    private static Frame last(MeasuredWindow window) {
        return window.run().last().orElseThrow();
    }
}
