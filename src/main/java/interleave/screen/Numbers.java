package interleave.screen;

/**
 * Numbers as short texts of bounded width, the same in every locale, made without {@link String#format}: this runs for
 * every number of every frame.
 */
public final class Numbers {
    private static final String[] THOUSANDS = {"", "k", "M", "G", "T", "P", "E"};
    private static final long[] TENS = {1, 10, 100, 1000};

    private Numbers() {}

    /**
     * A count or a rate in at most 5 characters: {@code 0.4}, {@code 7}, {@code 842}, {@code 9999}, {@code 42.8k},
     * {@code 1.20M}.
     */
    public static String count(double value) {
        if (value < 0) return "-" + count(-value);
        if (value < 9.95 && value != Math.rint(value)) return fixed(value, 1);
        if (value < 9999.5) return Long.toString(Math.round(value));
        return scaled(value, 1000, "");
    }

    /** Bytes in at most 5 characters, in powers of 1024: {@code 812}, {@code 48.2M}, {@code 1.20G}. */
    public static String bytes(double value) {
        if (value < 999.5) return Long.toString(Math.round(value));
        return scaled(value, 1024, "");
    }

    /**
     * Events per task in at most 6 characters: {@code 0.009}, {@code 1.004}, {@code 12.35}, {@code 812.4}; {@code
     * <0.001} if so little.
     */
    public static String perTask(double value) {
        if (value > 0 && value < 0.0005) return "<0.001";
        if (value < 9.9995) return fixed(value, 3);
        if (value < 99.995) return fixed(value, 2);
        if (value < 9999.95) return fixed(value, 1);
        return scaled(value, 1000, "");
    }

    /** With one decimal, in at most 6 characters: {@code 0.0}, {@code 16.7}, {@code 9999.9}, {@code 12.3k}. */
    public static String tenths(double value) {
        if (value > 0 && value < 0.05) return "<0.1";
        return value < 9999.95 ? fixed(value, 1) : scaled(value, 1000, "");
    }

    /** A whole percentage, rounded, without its sign. */
    public static String percent(double value) {
        return Long.toString(Math.round(value));
    }

    /** A duration in 7 characters: three figures, a blank and a unit of two characters. */
    public static String duration(double milliseconds, String micro) {
        if (milliseconds < 0.0009995) return figures(milliseconds * 1e6) + " ns";
        if (milliseconds < 0.9995) return figures(milliseconds * 1e3) + " " + micro + "s";
        if (milliseconds < 9999.5) return figures(milliseconds) + " ms";
        return figures(milliseconds / 1e3) + "  s";
    }

    /**
     * A time that goes on, in at most 6 characters and never finer than is calm: {@code 12 s}, {@code 3 min}, {@code 2
     * h}, {@code 5 d}.
     */
    public static String age(long seconds) {
        if (seconds < 60) return Math.max(0, seconds) + " s";
        if (seconds < 3600) return seconds / 60 + " min";
        if (seconds < 48 * 3600) return seconds / 3600 + " h";
        return seconds / 86400 + " d";
    }

    /** Two figures are enough, and change less often: {@code 412} becomes {@code 410}. */
    public static double rounded(double value) {
        double step = 1;
        while (value / step >= 99.5) step *= 10;
        return Math.rint(value / step) * step;
    }

    /** Three figures of a number below 10,000; a point only between figures. */
    private static String figures(double value) {
        if (value < 9.995) return fixed(value, 2);
        if (value < 99.95) return fixed(value, 1);
        return Long.toString(Math.round(value));
    }

    private static String scaled(double value, int thousand, String unit) {
        double rest = value;
        int step = 0;
        while (rest >= 999.5 && step < THOUSANDS.length - 1) {
            rest /= thousand;
            step++;
        }
        return figures(rest) + THOUSANDS[step] + unit;
    }

    /** Rounded half up to so many decimals, 0 to 3. */
    public static String fixed(double value, int decimals) {
        if (value < 0) return "-" + fixed(-value, decimals);
        long scaled = Math.round(value * TENS[decimals]);
        if (decimals == 0) return Long.toString(scaled);
        StringBuilder text =
                new StringBuilder(8).append(scaled / TENS[decimals]).append('.');
        long fraction = scaled % TENS[decimals];
        for (int i = decimals - 1; i > 0; i--) if (fraction < TENS[i]) text.append('0');
        return text.append(fraction).toString();
    }
}
