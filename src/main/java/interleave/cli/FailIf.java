package interleave.cli;

import interleave.lab.Comparison;
import interleave.lab.Quantity;
import interleave.lab.stats.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A condition on a ratio to the base under which a comparison has failed: {@code p99>1.1x}.
 *
 * @param limit of the ratio
 */
record FailIf(String text, Quantity quantity, boolean above, double limit) {
    /** A ratio beyond them is none that is asked about: one above 0 always is, one below never. */
    private static final double LEAST = 0.001;

    private static final double MOST = 1000;

    private static final Pattern CONDITION = Pattern.compile("([a-z0-9_.]+)([<>])(\\d{1,6}(?:\\.\\d{1,6})?)x");

    static final class Converter implements ITypeConverter<FailIf> {
        @Override
        public FailIf convert(String text) {
            Matcher matcher = CONDITION.matcher(text);
            if (!matcher.matches())
                throw new TypeConversionException(
                        "must be a condition such as p99>1.1x or tasks_per_s<0.9x (times the base's)");
            Quantity quantity = Quantity.named(matcher.group(1))
                    .orElseThrow(() -> new TypeConversionException("must name a number that is compared: p50,"
                            + " p99, p999, "
                            + Arrays.stream(Quantity.values())
                                    .map(each -> each.key)
                                    .filter(key -> !key.startsWith("response"))
                                    .collect(Collectors.joining(", "))));
            double limit = Double.parseDouble(matcher.group(3));
            if (limit < LEAST || limit > MOST)
                throw new TypeConversionException("must have a limit from 0.001x to 1000x, as in p99>1.1x: another one"
                        + " holds always or never");
            return new FailIf(text, quantity, matcher.group(2).equals(">"), limit);
        }
    }

    /** The answer of a comparison to it. */
    enum Answer {
        HOLDS,
        DOES_NOT,
        NOT_KNOWN
    }

    /** It holds, or does not, where the whole interval is on that side of the limit. */
    Answer ask(Comparison comparison, int fewest) {
        Optional<Interval> ratio = comparison.ratio();
        if (ratio.isEmpty() || comparison.repetitions() < fewest) return Answer.NOT_KNOWN;
        boolean wholly = above ? ratio.get().low() > limit : ratio.get().high() < limit;
        boolean not = above ? ratio.get().high() <= limit : ratio.get().low() >= limit;
        return wholly ? Answer.HOLDS : not ? Answer.DOES_NOT : Answer.NOT_KNOWN;
    }
}
