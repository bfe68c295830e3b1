package interleave.lab.claims;

import interleave.metric.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A verdict, and the numbers it stands on.
 *
 * @param why in a sentence or two, with numbers, without a full stop
 * @param numbers by name, in snake_case with the unit
 */
public record Ruling(Verdict verdict, String why, Map<String, Reading> numbers) {
    public Ruling {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    static Ruling of(Verdict verdict, String why) {
        return new Ruling(verdict, why, Map.of());
    }

    Ruling with(String name, Reading value) {
        Map<String, Reading> more = new LinkedHashMap<>(numbers);
        more.put(name, value);
        return new Ruling(verdict, why, more);
    }

    /** With the least and the most as well. */
    Ruling with(String name, Ratio ratio) {
        Ruling next = with(name, ratio.median());
        if (!ratio.median().present()) return next;
        return next.with(name + "_low", bound(ratio.low())).with(name + "_high", bound(ratio.high()));
    }

    private static Reading bound(double value) {
        return Double.isFinite(value) ? Reading.of(value) : Reading.absent(Reading.Why.UNSUPPORTED, "without bound");
    }
}
