package interleave.record;

import interleave.metric.Reading;
import interleave.spec.Arrival;
import interleave.spec.Load;
import java.util.Locale;

/** Numbers and loads for people. */
public final class HumanText {
    private HumanText() {}

    public static String load(Load load) {
        return switch (load) {
            case Load.Closed(int concurrency) -> concurrency + " in flight";
            case Load.Open(double rate, Arrival arrival) ->
                Decimals.of(rate).toPlainString() + "/s " + arrival(arrival);
        };
    }

    public static String arrival(Arrival arrival) {
        return arrival.name().toLowerCase(Locale.ROOT);
    }

    /** Three significant digits and thousands apart, or {@code -}. */
    public static String number(Reading reading) {
        return reading.text(HumanText::number, "-");
    }

    public static String number(double value) {
        double size = Math.abs(value);
        if (value == 0) return "0";
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.001 ? 3 : 5;
        if (value == Math.rint(value) && size < 1e15) decimals = 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
