package interleave.lab.claims;

import interleave.lab.stats.Bootstrap;
import interleave.lab.stats.Interval;
import interleave.lab.stats.Medians;
import interleave.lab.stats.Repeated;
import interleave.metric.Reading;
import interleave.run.RunMetric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The repetitions that count of each side of a claim: what its rule is given. Immutable. */
public final class Evidence {
    private static final long SEED = 1;

    private final Map<String, List<Sample>> samples;

    public Evidence(Map<String, List<Sample>> samples) {
        Map<String, List<Sample>> copy = new LinkedHashMap<>();
        samples.forEach((key, each) -> copy.put(key, List.copyOf(each)));
        this.samples = copy;
    }

    public List<Sample> of(String key) {
        return samples.getOrDefault(key, List.of());
    }

    /** The number of all. */
    int repetitions() {
        return samples.values().stream().mapToInt(List::size).sum();
    }

    Reading median(String key, RunMetric metric) {
        return median(key, metric.name());
    }

    public Reading median(String key, String metric) {
        double[] values = values(key, metric);
        return values.length == 0 ? missing(key, metric) : Reading.of(Medians.median(values));
    }

    /** Of all repetitions together, as of a count: a median would hide what one of them saw. */
    Reading sum(String key, String metric) {
        double[] values = values(key, metric);
        return values.length == 0
                ? missing(key, metric)
                : Reading.of(Arrays.stream(values).sum());
    }

    Reading least(String key, RunMetric metric) {
        double[] values = values(key, metric.name());
        return values.length == 0
                ? missing(key, metric.name())
                : Reading.of(Arrays.stream(values).min().orElseThrow());
    }

    Reading most(String key, String metric) {
        double[] values = values(key, metric);
        return values.length == 0
                ? missing(key, metric)
                : Reading.of(Arrays.stream(values).max().orElseThrow());
    }

    Ratio ratio(String over, String base, RunMetric metric) {
        return ratio(over, base, metric.name());
    }

    /**
     * With the 95 % interval of the bootstrap over processes; of fewer repetitions than that takes, with the least and
     * the most of all pairs; of fewer than {@link Setting#QUICK}, none.
     */
    Ratio ratio(String over, String base, String metric) {
        double[] tops = values(over, metric);
        double[] bottoms = values(base, metric);
        if (tops.length == 0) return Ratio.unknown(words(over, metric));
        if (bottoms.length == 0) return Ratio.unknown(words(base, metric));
        int fewest = Math.min(tops.length, bottoms.length);
        if (fewest < Setting.QUICK) return Ratio.unknown("too few repetitions: " + fewest);
        if (Arrays.stream(bottoms).min().orElse(0) <= 0) return Ratio.unknown(base + " has 0 of " + metric);
        Interval interval = fewest < Bootstrap.FEWEST
                ? extremes(tops, bottoms)
                : Bootstrap.ofRatio(repeated(bottoms), repeated(tops), SEED);
        return new Ratio(
                Reading.of(Bootstrap.ratio(repeated(bottoms), repeated(tops))), interval.low(), interval.high());
    }

    private static Interval extremes(double[] tops, double[] bottoms) {
        return new Interval(
                Arrays.stream(tops).min().orElseThrow()
                        / Arrays.stream(bottoms).max().orElseThrow(),
                Arrays.stream(tops).max().orElseThrow()
                        / Arrays.stream(bottoms).min().orElseThrow());
    }

    private static List<Repeated> repeated(double[] values) {
        return Arrays.stream(values).mapToObj(Repeated::whole).toList();
    }

    private double[] values(String key, String metric) {
        return of(key).stream()
                .map(sample -> sample.numbers().get(metric))
                .filter(value -> value != null && Double.isFinite(value))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Reading missing(String key, String metric) {
        return Reading.absent(Reading.Why.WARMING_UP, words(key, metric));
    }

    private static String words(String key, String metric) {
        return key + " told no " + metric;
    }
}
