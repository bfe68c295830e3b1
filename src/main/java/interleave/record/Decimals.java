package interleave.record;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for machines: six significant digits, whole numbers in full, never an exponent. */
public final class Decimals {
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Decimals() {}

    public static BigDecimal of(double value) {
        if (value == Math.rint(value)) return new BigDecimal(value).setScale(0);
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
