package interleave.probe;

import interleave.kernel.CpuTicks;
import interleave.metric.Core;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Reading.Why;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ticks as shares of their own sum: each in [0, 100], and all of them together 100. */
final class CpuShares {
    private static final Reading NO_STEAL = Reading.absent(Why.UNSUPPORTED, "this kernel does not tell");

    private CpuShares() {}

    static Core of(int id, CpuTicks added, boolean knowsSteal) {
        long total = added.total();
        return new Core(
                id,
                Rates.percent(added.busy(), total),
                Rates.percent(added.user(), total),
                Rates.percent(added.system(), total),
                Rates.percent(added.irq(), total),
                knowsSteal ? Rates.percent(added.steal(), total) : NO_STEAL,
                Rates.percent(added.iowait(), total));
    }

    /** The machine's metrics, from all cores taken as one. */
    static Map<Metric, Reading> values(Core all) {
        Map<Metric, Reading> values = new LinkedHashMap<>();
        for (Metric part : HostMetrics.OF_CORES) values.put(part, all.of(part));
        return values;
    }
}
