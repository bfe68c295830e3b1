package interleave.run;

import static interleave.run.Percentile.MAX;
import static interleave.run.Percentile.P50;
import static interleave.run.Percentile.P99;
import static interleave.run.Percentile.P999;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The times of a run's tasks. */
public final class TimeMetrics {
    public static final RunDistribution SERVICE = new RunDistribution(
            "service",
            "service",
            "how long they took from when they really began",
            EnumSet.of(P50, P99, P999, MAX),
            TaskTime.SERVICE,
            window -> Optional.empty());
    public static final RunDistribution RESPONSE = new RunDistribution(
                    "response",
                    "response",
                    "how long they took from when they should have begun, waiting for their turn included: what a"
                            + " client sees",
                    EnumSet.of(P50, P99, MAX),
                    TaskTime.RESPONSE,
                    window -> Optional.empty())
            .column(P50)
            .column(P99);
    public static final RunDistribution BEHIND = new RunDistribution(
                    "behind",
                    "behind plan",
                    "of an open load, how long after their time they began",
                    EnumSet.of(P50, P99, MAX),
                    TaskTime.LATE,
                    window -> Derivations.untold(window, SampleField.OFFERED))
            .detail(P99, "starts late, p99");

    /** All of them. */
    public static final List<RunDistribution> ALL = List.of(SERVICE, RESPONSE, BEHIND);

    private TimeMetrics() {}
}
