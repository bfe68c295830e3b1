package interleave.lab.claims;

import interleave.lab.Noise;
import java.util.Map;

/**
 * The numbers of one repetition.
 *
 * @param numbers by the names of metrics; those that are missing are not there
 */
public record Sample(Map<String, Double> numbers, Noise noise) {
    public Sample {
        numbers = Map.copyOf(numbers);
    }
}
