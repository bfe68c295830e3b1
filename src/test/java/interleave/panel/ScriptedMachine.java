package interleave.panel;

import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Core;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine at one second of a scripted session.
 *
 * @param runs how many keep it busy
 * @param ours the switches that these and their service cause
 */
record ScriptedMachine(int seconds, int cores, int runs, double ours) {
    /** A repeatable wobble between 0 and 1. */
    double wobble(int seed) {
        double x = Math.sin(seconds * 12.9898 + seed * 78.233) * 43758.5453;
        return x - Math.floor(x);
    }

    private double load() {
        return Math.min(0.97, 0.31 * runs);
    }

    Map<Metric, Reading> values() {
        Map<Metric, Reading> values = new LinkedHashMap<>();
        boolean first = seconds == 1;
        double busy = 100 * load() + 2 * wobble(1) + 0.4;
        double switches = 420 + 200 * wobble(2) + ours;
        rate(values, HostMetrics.BUSY_PERCENT, busy, first);
        rate(values, HostMetrics.USER_PERCENT, busy * 0.62, first);
        rate(values, HostMetrics.SYSTEM_PERCENT, busy * 0.33, first);
        rate(values, HostMetrics.IRQ_PERCENT, busy * 0.04, first);
        rate(values, HostMetrics.STEAL_PERCENT, busy * 0.01, first);
        rate(values, HostMetrics.IOWAIT_PERCENT, 0.2 * wobble(3), first);
        rate(values, HostMetrics.SWITCHES_PER_S, switches, first);
        rate(values, HostMetrics.INTERRUPTS_PER_S, 300 + switches / 3, first);
        rate(values, HostMetrics.FORKS_PER_S, 1203, first);
        rate(values, HostMetrics.RUNNABLE, 1 + Math.round(4 * load() + 2 * wobble(4) * load()), false);
        rate(values, HostMetrics.BLOCKED, 0, false);
        rate(values, HostMetrics.OS_THREADS, 187 + 31 * runs, false);
        rate(values, HostMetrics.LOAD_1M, 0.08 + 2.1 * load(), false);
        rate(values, HostMetrics.LOAD_5M, 0.11 + 0.9 * load(), false);
        rate(values, HostMetrics.LOAD_15M, 0.14 + 0.4 * load(), false);
        rate(values, HostMetrics.UPTIME_S, 11_520 + seconds, false);
        rate(values, HostMetrics.PRESSURE_CPU, 24 * load(), false);
        rate(values, HostMetrics.PRESSURE_CPU_NOW, 24 * load(), first);
        rate(values, HostMetrics.SELF_CPU_PERCENT, 0.4 + 0.2 * wobble(5), first);
        rate(values, HostMetrics.SELF_SWITCHES_PER_S, 9 + 12 * runs, first);
        rate(values, HostMetrics.SELF_RSS_BYTES, 48.2 * 1024 * 1024, false);
        rate(values, HostMetrics.SAMPLE_MS, 0.21, first);
        values.put(HostMetrics.CGROUP_CPUS, Reading.absent(UNSUPPORTED, "no quota"));
        values.put(HostMetrics.THROTTLED_PERCENT, Reading.absent(UNSUPPORTED, "no quota"));
        return values;
    }

    private static void rate(Map<Metric, Reading> values, Metric metric, double value, boolean first) {
        values.put(metric, first ? Reading.WARMING_UP : Reading.of(value));
    }

    List<Core> perCore() {
        List<Core> list = new ArrayList<>();
        for (int id = 0; id < cores; id++) {
            if (seconds == 1) list.add(Core.absent(id, Reading.WARMING_UP));
            else if (id == 37) list.add(Core.offline(id));
            else list.add(core(id, Math.min(99, 100 * load() * (0.5 + wobble(10 + id)) + 2 * wobble(10 + id))));
        }
        return list;
    }

    private static Core core(int id, double busy) {
        return new Core(
                id,
                Reading.of(busy),
                Reading.of(busy * 0.62),
                Reading.of(busy * 0.33),
                Reading.of(busy * 0.04),
                Reading.of(busy * 0.01),
                Reading.of(0));
    }
}
