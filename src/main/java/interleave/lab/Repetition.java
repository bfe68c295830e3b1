package interleave.lab;

import interleave.lab.stats.Repeated;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One measurement in a fresh process.
 *
 * @param values of the quantities that it has
 */
public record Repetition(Map<Quantity, Repeated> values, Noise noise) {
    public Repetition {
        values = Map.copyOf(values);
    }

    /** @param windows of the measured time, at least one */
    public static Repetition of(List<MeasuredWindow> windows, double peakBytes, Noise noise, long seed) {
        Map<Quantity, Repeated> values = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values())
            quantity.of(windows, peakBytes, seed).ifPresent(value -> values.put(quantity, value));
        return new Repetition(values, noise);
    }

    public Optional<Repeated> value(Quantity quantity) {
        return Optional.ofNullable(values.get(quantity));
    }
}
