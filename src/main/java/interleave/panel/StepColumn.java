package interleave.panel;

import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.state.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A number of a step's, in the order of the table; the best of them is marked among those of one task. */
enum StepColumn {
    TASKS("tasks/s", 8, WorkMetrics.TASKS_PER_S, -1, 0),
    P50("p50", 9, TimeMetrics.RESPONSE.at(Percentile.P50), 1, 4),
    P99("p99", 9, TimeMetrics.RESPONSE.at(Percentile.P99), 1, 3),
    SWITCHES("sw/task", 8, CostMetrics.SWITCHES_PER_TASK, 1, 2),
    MICROS("\u00B5s/task", 8, CostMetrics.CPU_US_PER_TASK, 1, 1),
    CPU("CPU %", 7, CostMetrics.CPU_PERCENT, 0, 5),
    MEMORY("memory", 8, StateMetrics.RSS_BYTES, 1, 6);

    final String title;
    final int width;
    final RunMetric metric;
    private final int sign;
    private final int rank;

    /**
     * @param sign below 0 if more is better, 0 where neither is
     * @param rank the lower, the longer it stays where there is no room for all
     */
    StepColumn(String title, int width, RunMetric metric, int sign, int rank) {
        this.title = title;
        this.width = width;
        this.metric = metric;
        this.sign = sign;
        this.rank = rank;
    }

    /** Those that there is room for, the most telling ones. */
    static List<StepColumn> fitting(int room) {
        List<StepColumn> columns = new ArrayList<>(List.of(values()));
        while (columns.size() > 1 && width(columns) > room)
            columns.remove(columns.stream()
                    .max(Comparator.comparingInt(column -> column.rank))
                    .orElseThrow());
        return columns;
    }

    static int width(List<StepColumn> columns) {
        int width = 0;
        for (StepColumn column : columns) width += column.width;
        return width;
    }

    Format format() {
        return Format.of(metric.metric());
    }

    double of(Totals step) {
        return step.readings().of(metric).orElse(Double.NaN);
    }

    /** True if none of its task is better; one alone is no best. */
    boolean isBest(Totals step, List<Totals> steps) {
        double mine = of(step);
        if (sign == 0 || !step.good() || Double.isNaN(mine)) return false;
        int compared = 0;
        for (Totals each : steps) {
            boolean same = each.status()
                    .workload()
                    .task()
                    .equals(step.status().workload().task());
            if (!same || !each.good() || Double.isNaN(of(each))) continue;
            if (of(each) * sign < mine * sign) return false;
            compared++;
        }
        return compared > 1;
    }
}
