package interleave.run;

import static interleave.metric.Metric.Kind.COUNTER;
import static interleave.metric.Unit.COUNT;
import static interleave.run.Derivations.extra;
import static interleave.run.Derivations.newest;
import static interleave.run.RunMetric.metric;

import interleave.metric.Reading;
import interleave.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The totals of a run's whole life, warm-up included, so that they add up. */
public final class WholeRunMetrics {
    private static final String PREFIX = "whole_run_";

    public static final RunMetric FAILED_IN_ALL = inAll("failed", "failed", newest(SampleField.FAILED))
            .text("  failed")
            .detail("seen");
    public static final RunMetric RAISED_IN_ALL = inAll("raised", "failures raised", newest(SampleField.RAISED))
            .text("failures raised")
            .detail("failures raised");
    public static final RunMetric IN_FLIGHT_PEAK_IN_ALL = inAll(
                    "in_flight_peak", "in flight, peak", newest(SampleField.IN_FLIGHT_PEAK))
            .detail("peak");
    public static final RunMetric DROPPED_IN_ALL =
            inAll("dropped", "dropped", newest(SampleField.DROPPED)).detail("dropped");

    /** All of them. */
    public static final List<RunMetric> ALL = all();

    private static List<RunMetric> all() {
        List<RunMetric> all = new ArrayList<>(List.of(
                inAll("started", "started in all", newest(SampleField.STARTED)).text("started in all"),
                inAll("completed", "completed", newest(SampleField.COMPLETED)).text("  completed"),
                FAILED_IN_ALL,
                inAll("cancelled", "cancelled", newest(SampleField.CANCELLED)).text("  cancelled"),
                RAISED_IN_ALL,
                IN_FLIGHT_PEAK_IN_ALL,
                DROPPED_IN_ALL));
        for (RunMetric extra : ExtraMetrics.KNOWN) if (extra.metric().kind() == COUNTER) all.add(extraInAll(extra));
        return List.copyOf(all);
    }

    /** The name of a metric of the whole run within an object of that name. */
    public static String withinObject(RunMetric metric) {
        return metric.name().substring(PREFIX.length());
    }

    private static RunMetric extraInAll(RunMetric of) {
        return inAll(of.extra(), of.metric().title(), of.metric().unit(), newest(extra(of.extra())))
                .ofExtra(of.extra())
                .detail(of.inDetail())
                .telling(of.telling());
    }

    private static RunMetric inAll(String name, String title, Function<RunWindow, Reading> derivation) {
        return inAll(name, title, COUNT, derivation);
    }

    private static RunMetric inAll(String name, String title, Unit unit, Function<RunWindow, Reading> derivation) {
        return metric(
                        PREFIX + name,
                        title,
                        unit,
                        COUNTER,
                        title + ", since the run began",
                        "the worker's counters",
                        derivation)
                .text("");
    }

    private WholeRunMetrics() {}
}
