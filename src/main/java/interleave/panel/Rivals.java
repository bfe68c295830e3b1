package interleave.panel;

import interleave.spec.Proves.Question;
import java.util.List;
import java.util.Optional;

/** With what a run is compared: with another of its kind under the same load, in the same minute. Pure. */
final class Rivals {
    private Rivals() {}

    /** The one that differs most from it. */
    static Optional<Evidence> of(Evidence one, List<Evidence> all) {
        Optional<Evidence> found = Optional.empty();
        for (Evidence each : all) {
            if (each == one || !one.comparesTo(each) || !one.alike(each)) continue;
            if (found.isEmpty() || distance(one, each) > distance(one, found.get())) found = Optional.of(each);
        }
        return found;
    }

    /** One of its task that goes on under another load. */
    static Optional<Evidence> unlike(Evidence one, List<Evidence> all) {
        for (Evidence each : all)
            if (each != one && one.live() && each.live() && one.comparesTo(each) && !one.alike(each))
                return Optional.of(each);
        return Optional.empty();
    }

    /** By how many times they differ in what their task asks; the baseline of a speed-up comes before all others. */
    private static double distance(Evidence one, Evidence other) {
        if (one.proves().question() == Question.SPEED_UP && other.model().equals("single")) return Double.MAX_VALUE;
        double here = measure(one, one.proves().question());
        double there = measure(other, one.proves().question());
        return Math.abs(Math.log((here + TINY) / (there + TINY)));
    }

    private static final double TINY = 1e-6;

    private static double measure(Evidence each, Question question) {
        return switch (question) {
            case COST -> each.switches();
            case LOOP_LAG -> Math.max(0, each.figure(Answers.LOOP_LAG));
            case LOST_UPDATES -> Math.max(0, each.figure(Answers.LOST_UPDATES));
            case DEADLOCKS -> Math.max(0, each.figure(Answers.DEADLOCKS));
            case CPU_WAIT -> Math.max(0, each.figure(Answers.CPU_WAIT));
            case CONTENTION, SPEED_UP -> each.tasks();
            case HANDOFF -> each.service().orElse(0);
        };
    }
}
