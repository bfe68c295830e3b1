package interleave.lab.claims;

import interleave.lab.Noise;
import interleave.lab.Place;
import interleave.run.RunMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes up measurements. */
final class Doctoring {
    static final Conditions TWO_CPUS = new Conditions(2, Place.APART, true, true, Optional.empty());
    static final Conditions ONE_CPU = new Conditions(1, Place.FREE, false, true, Optional.of("there is no screen"));

    /** @param sides its numbers by setting and metric, each with as many repetitions as there are */
    record Case(Class<? extends Claim> claim, Verdict verdict, Map<String, Map<String, double[]>> sides) {
        Evidence evidence() {
            Map<String, List<Sample>> samples = new LinkedHashMap<>();
            sides.forEach((key, numbers) -> samples.put(key, samples(numbers)));
            return new Evidence(samples);
        }

        private static List<Sample> samples(Map<String, double[]> numbers) {
            int most = numbers.values().stream()
                    .mapToInt(values -> values.length)
                    .max()
                    .orElse(0);
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                Map<String, Double> its = new LinkedHashMap<>();
                for (Map.Entry<String, double[]> each : numbers.entrySet())
                    if (i < each.getValue().length) its.put(each.getKey(), each.getValue()[i]);
                samples.add(new Sample(its, Noise.NONE));
            }
            return samples;
        }
    }

    /** One metric of several sides, about that, three times. */
    static Map<String, Map<String, double[]>> about(RunMetric metric, Object... keysAndValues) {
        return about(metric.name(), keysAndValues);
    }

    static Map<String, Map<String, double[]>> about(String metric, Object... keysAndValues) {
        Map<String, Map<String, double[]>> sides = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            double value = ((Number) keysAndValues[i + 1]).doubleValue();
            sides.put((String) keysAndValues[i], Map.of(metric, new double[] {value * 0.99, value, value * 1.01}));
        }
        return sides;
    }

    /** Exactly that, once. */
    static Map<String, Map<String, double[]>> once(String key, Object... metricsAndValues) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (int i = 0; i < metricsAndValues.length; i += 2)
            numbers.put((String) metricsAndValues[i], new double[] {((Number) metricsAndValues[i + 1]).doubleValue()});
        return Map.of(key, numbers);
    }

    @SafeVarargs
    static Map<String, Map<String, double[]>> all(Map<String, Map<String, double[]>>... parts) {
        Map<String, Map<String, double[]>> sides = new LinkedHashMap<>();
        for (Map<String, Map<String, double[]>> part : parts)
            part.forEach((key, numbers) -> sides.merge(key, numbers, (a, b) -> {
                Map<String, double[]> both = new LinkedHashMap<>(a);
                both.putAll(b);
                return both;
            }));
        return sides;
    }

    /** The same sides with one repetition after the other. */
    static Map<String, Map<String, double[]>> each(List<Map<String, Map<String, double[]>>> repetitions) {
        Map<String, Map<String, double[]>> sides = new LinkedHashMap<>();
        repetitions.getFirst().forEach((key, numbers) -> {
            Map<String, double[]> values = new LinkedHashMap<>();
            for (String name : numbers.keySet())
                values.put(
                        name,
                        repetitions.stream()
                                .mapToDouble(one -> one.get(key).get(name)[0])
                                .toArray());
            sides.put(key, values);
        });
        return sides;
    }

    private Doctoring() {}
}
