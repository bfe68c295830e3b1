package interleave.spec;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantities with a unit, as the command line and the screen have them: {@code 200us 500ms 10s 5m 2h}, {@code 5000/s},
 * {@code 1%}, {@code 64m}.
 */
public final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(us|ms|s|m|h)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(?:/s)?");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,6})([kmg])");

    private Quantities() {}

    /** Empty for what is no duration; a sign or a missing unit is none. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        double nanos = Double.parseDouble(matcher.group(1)) * nanosOf(matcher.group(2));
        return Optional.of(Duration.ofNanos(Math.round(nanos)));
    }

    /** Per second; empty for what is no rate above 0. */
    public static Optional<Double> rate(String text) {
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(Double.parseDouble(matcher.group(1))).filter(rate -> rate > 0);
    }

    /** Of one; empty for what is no share from 0 to 1. */
    public static Optional<Double> share(String text) {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(Double.parseDouble(matcher.group(1)) / 100).filter(share -> share <= 1);
    }

    /** With the units of the JVM's own options, in powers of 1024. */
    public static Optional<Long> bytes(String text) {
        Matcher matcher = BYTES.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        int shift = switch (matcher.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            default -> 30;
        };
        return Optional.of(Long.parseLong(matcher.group(1)) << shift);
    }

    /** As short as it can be said without loss, down to microseconds: {@code 500ms}, {@code 10s}. */
    public static String text(Duration duration) {
        if (duration.toNanosPart() % 1_000_000 != 0) return duration.toNanos() / 1000 + "us";
        long millis = duration.toMillis();
        if (millis % 1000 != 0 || millis == 0) return millis + "ms";
        if (millis % 60_000 != 0) return millis / 1000 + "s";
        return millis % 3_600_000 == 0 ? millis / 3_600_000 + "h" : millis / 60_000 + "m";
    }

    /** A share of one, as short as it can be said: {@code 1%}, {@code 0.25%}. */
    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static double nanosOf(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            case "h" -> 3600e9;
            default -> throw new IllegalArgumentException(unit);
        };
    }
}
