package interleave.run;

import java.util.HashMap;
import java.util.Map;

/**
 * A stretch between two frames in which the worker stood still. A window leaves all of it out: what was done in it
 * before and after the standstill is of a time that nobody knows to less than a quarter of a second.
 *
 * @param from the last frame before it
 * @param to the first frame after it
 */
record LeftOut(Frame from, Frame to) {
    /** A window's beginning, with its clock and its counters as far on as if that stretch had come before. */
    Frame before(Frame first) {
        return new Frame(
                first.sample().plusGrowth(from.sample(), to.sample()),
                first.times(),
                before(first.extra()),
                first.firstFailure());
    }

    /** All counters but the one that tells of it. */
    private Map<String, Double> before(Map<String, Double> first) {
        Map<String, Double> raised = new HashMap<>(first);
        to.extra().forEach((name, value) -> {
            if (!name.equals(ExtraMetrics.PAUSED) && ExtraMetrics.counts(name))
                raised.merge(name, value - from.extra().getOrDefault(name, 0.0), Double::sum);
        });
        return raised;
    }
}
