package interleave.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue of a run's metrics: each is in one place, in a family. What shows, prints or sends the numbers of a run
 * iterates {@link #ALL}, or names one of them; nothing lists them a second time.
 */
// start-up: nothing that the first picture needs may name this class, nor a family of it.
public final class RunMetrics {
    /** The work that it does. */
    public static final List<RunMetric> WORK = WorkMetrics.ALL;

    /** The cost of that. */
    public static final List<RunMetric> COST = CostMetrics.ALL;

    /** Its possessions at an instant. */
    public static final List<RunMetric> STATE = StateMetrics.ALL;

    /** All over a window, in the order in which exports and the summary have them. */
    public static final List<RunMetric> ALL = all();

    private RunMetrics() {}

    private static List<RunMetric> all() {
        List<RunMetric> all = new ArrayList<>(WORK);
        all.addAll(COST);
        for (RunDistribution distribution : TimeMetrics.ALL) all.addAll(distribution.points());
        all.addAll(STATE);
        all.addAll(ExtraMetrics.ALL);
        return List.copyOf(all);
    }
}
