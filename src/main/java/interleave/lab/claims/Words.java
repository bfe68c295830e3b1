package interleave.lab.claims;

import interleave.metric.Reading;
import java.util.Locale;

/** Numbers in sentences, with three digits. */
final class Words {
    private Words() {}

    static String number(Reading reading) {
        return switch (reading) {
            case Reading.Value(double value) -> number(value);
            case Reading.Absent absent -> "unknown (" + absent.words() + ")";
        };
    }

    static String number(double value) {
        double size = Math.abs(value);
        if (Double.isInfinite(value)) return "any";
        int decimals = value == Math.rint(value) ? 0 : Math.clamp(2 - (int) Math.floor(Math.log10(size)), 0, 6);
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String milliseconds(Reading reading) {
        return number(reading) + " ms";
    }
}
