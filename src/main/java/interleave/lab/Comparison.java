package interleave.lab;

import interleave.lab.stats.Bootstrap;
import interleave.lab.stats.Interval;
import interleave.lab.stats.Medians;
import interleave.lab.stats.Repeated;
import interleave.lab.stats.Verdict;
import interleave.metric.Reading;
import java.util.List;
import java.util.Optional;

/**
 * A quantity of a candidate against the base's.
 *
 * @param spread how far the candidate's repetitions lie apart, of their median
 * @param middle of the ratio: the median of the ratios of all pairs of repetitions
 * @param ratio where that lies; empty where none can be told, as of fewer than {@link Bootstrap#FEWEST} repetitions
 * @param why there is no verdict; empty if there is one
 */
public record Comparison(
        Quantity quantity,
        int candidate,
        Reading baseMedian,
        Reading median,
        Reading spread,
        Reading middle,
        Optional<Interval> ratio,
        Verdict verdict,
        int repetitions,
        Optional<String> why) {
    private static final Reading NO_SPREAD =
            Reading.absent(Reading.Why.WARMING_UP, "one repetition lies apart from no other");

    /**
     * The repetitions of both, one behind the other.
     *
     * @param inTurns whether they were measured in rounds, so that both had the machine's good and bad times alike
     */
    record Sides(List<Repetition> base, List<Repetition> its, boolean inTurns) {}

    static Comparison of(Quantity quantity, int candidate, Sides sides, Rules rules) {
        return of(quantity, candidate, sides, rules, Bootstrap.DRAWS);
    }

    /** The same in a quarter of the time, to see whether it is precise enough. */
    static Comparison roughly(Quantity quantity, int candidate, Sides sides, Rules rules) {
        return of(quantity, candidate, sides, rules, Bootstrap.DRAWS / 4);
    }

    private static Comparison of(Quantity quantity, int candidate, Sides sides, Rules rules, int draws) {
        List<Repeated> before = values(quantity, sides.base);
        List<Repeated> now = values(quantity, sides.its);
        int fewest = Math.min(before.size(), now.size());
        // An interval of few does not hold the truth as often as it says.
        Optional<Interval> ratio = fewest < Bootstrap.FEWEST || before.stream().anyMatch(one -> one.value() <= 0)
                ? Optional.empty()
                : Optional.of(
                        sides.inTurns
                                ? Bootstrap.ofRatioInTurns(before, now, rules.seed(), draws)
                                : Bootstrap.ofRatio(before, now, rules.seed(), draws));
        Verdict verdict = fewest < Bootstrap.FEWEST
                ? Verdict.INCONCLUSIVE
                : ratio.map(interval -> Verdict.of(interval, rules.margin(), rules.precision()))
                        .orElse(Verdict.INCONCLUSIVE);
        return new Comparison(
                quantity,
                candidate,
                median(before),
                median(now),
                now.size() < 2 ? NO_SPREAD : Reading.of(Medians.spread(now)),
                middle(before, now),
                ratio.filter(interval -> Double.isFinite(interval.low()) && Double.isFinite(interval.high())),
                verdict,
                now.size(),
                verdict == Verdict.INCONCLUSIVE ? Optional.of(why(fewest, ratio, rules)) : Optional.empty());
    }

    private static String why(int fewest, Optional<Interval> ratio, Rules rules) {
        if (fewest < Bootstrap.FEWEST)
            return fewest + " repetitions; from " + Bootstrap.FEWEST + " on something can be told";
        if (ratio.isEmpty()) return "the base has 0";
        return "the interval is wider than the precision";
    }

    private static List<Repeated> values(Quantity quantity, List<Repetition> repetitions) {
        return repetitions.stream().flatMap(one -> one.value(quantity).stream()).toList();
    }

    private static Reading middle(List<Repeated> base, List<Repeated> its) {
        if (base.isEmpty() || its.isEmpty()) return median(List.of());
        double ratio = Bootstrap.ratio(base, its);
        return Double.isFinite(ratio) ? Reading.of(ratio) : Reading.absent(Reading.Why.UNSUPPORTED, "the base has 0");
    }

    private static Reading median(List<Repeated> values) {
        return values.isEmpty()
                ? Reading.absent(Reading.Why.WARMING_UP, "nothing was measured")
                : Reading.of(Medians.median(values));
    }
}
