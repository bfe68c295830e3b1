package interleave.run;

import java.util.ArrayList;
import java.util.List;

/** The totals of a run's whole life, warm-up included, so that they add up: those of the catalogue that have one. */
public final class WholeRunMetrics {
    static final String PREFIX = "whole_run_";

    /** All of them, in the catalogue's order. */
    public static final List<RunMetric> ALL = all();

    private static List<RunMetric> all() {
        List<RunMetric> all = new ArrayList<>();
        for (RunMetric metric : RunMetrics.ALL) metric.total().ifPresent(all::add);
        return List.copyOf(all);
    }

    /** The name of a metric of the whole run within an object of that name. */
    public static String withinObject(RunMetric metric) {
        return metric.name().substring(PREFIX.length());
    }

    private WholeRunMetrics() {}
}
