package interleave.screen;

import java.util.Arrays;

/**
 * A series as a filled graph, newest at the right. A cell holds two samples and keeps them: the picture moves by one
 * cell every second sample, which is calmer, and half as much to send. A missing sample is a gap; a sample of nothing
 * is a dot on the base line.
 */
public final class Graph {
    private static final int PER_CELL = 2;
    /** Below this share of the scale a sample lies on the base line, so that an idle machine's noise is flat. */
    private static final double FLAT = 0.04;

    /** The share of samples below what is usual. */
    private static final double USUAL = 0.8;
    /** The newest samples: what most of them are not above is usual from now on. */
    private static final int RECENT = 10;
    /** By how much more than usual a sample is a spike. */
    private static final double SPIKE = 4;

    private static final int[] LEFT = {0x40, 0x04, 0x02, 0x01};
    private static final int[] RIGHT = {0x80, 0x20, 0x10, 0x08};

    private Graph() {}

    /** Fills the canvas, in one ink. {@code top} is the number at the upper edge. */
    public static void draw(Canvas canvas, Series series, double top, Ink ink) {
        Ink[] inks = new Ink[canvas.rows()];
        Arrays.fill(inks, ink);
        cells(canvas, series, top, inks, false);
    }

    /** Fills the canvas, in inks from low to high: by height, or by each cell's value where there is just one row. */
    public static void heat(Canvas canvas, Series series, double top) {
        Ink[] inks = new Ink[canvas.rows()];
        for (int up = 0; up < inks.length; up++) inks[up] = inkOf((up + 0.5) / inks.length);
        cells(canvas, series, top, inks, inks.length == 1);
    }

    /**
     * Puts a sign at the upper edge of a graph of this series, over the sample {@code age} steps back, if it is seen.
     */
    public static void mark(Canvas canvas, Series series, long age, char sign, Ink ink) {
        if (age < 0 || age >= series.total()) return;
        long cells = (series.total() - 1) / PER_CELL - (series.total() - 1 - age) / PER_CELL;
        if (cells < canvas.columns()) canvas.put(canvas.columns() - 1 - (int) cells, 0, sign, ink);
    }

    /** The ink for a share of the whole. */
    public static Ink inkOf(double share) {
        if (share < 0.5) return Ink.GRAPH_LOW;
        return share < 0.85 ? Ink.GRAPH_MIDDLE : Ink.GRAPH_HIGH;
    }

    /** The number of samples that a graph of so many columns shows. */
    public static int samples(int columns) {
        return columns * PER_CELL;
    }

    /** 1, 2 or 5 times a power of ten, at or above it. */
    private static double rounded(double highest) {
        double power = 1;
        while (power * 10 <= highest) power *= 10;
        while (power > highest) power /= 10;
        if (highest <= power) return power;
        if (highest <= power * 2) return power * 2;
        return highest <= power * 5 ? power * 5 : power * 10;
    }

    /**
     * A round number that holds nearly all of the newest {@code samples}, and at least {@code least}: some that are
     * many times higher than the rest, as at a start, are cut off at the upper edge, and do not make all others flat.
     * What has lasted for some samples just now is no spike, however low all before it was.
     */
    public static double calmScale(Series series, int samples, double least) {
        int peak = peak(series, samples);
        if (peak < 0 || series.orNaN(peak) <= least) return rounded(least);
        double[] seen = new double[Math.min(samples, series.size())];
        int count = 0;
        int recent = 0;
        for (int age = 0; age < seen.length; age++) {
            double value = series.orNaN(age);
            if (!Double.isNaN(value)) seen[count++] = value;
            if (age < RECENT) recent = count;
        }
        double now = usual(seen, recent);
        double usual = Math.max(usual(seen, count), now);
        double highest = seen[count - 1];
        return rounded(Math.max(least, highest > SPIKE * usual ? usual * 1.25 : highest));
    }

    /** The number that most of the first {@code count} are not above; they are sorted. */
    private static double usual(double[] seen, int count) {
        Arrays.sort(seen, 0, count);
        return count == 0 ? 0 : seen[(int) ((count - 1) * USUAL)];
    }

    /** The steps back to the highest of the newest {@code samples}; below 0 if there is none. */
    public static int peak(Series series, int samples) {
        int peak = -1;
        double highest = Double.NEGATIVE_INFINITY;
        int count = Math.min(samples, series.size());
        for (int age = 0; age < count; age++) {
            double value = series.orNaN(age);
            if (value > highest) {
                highest = value;
                peak = age;
            }
        }
        return peak;
    }

    private static void cells(Canvas canvas, Series series, double top, Ink[] inks, boolean byValue) {
        long newest = (series.total() - 1) / PER_CELL;
        for (int column = 0; column < canvas.columns(); column++) {
            long cell = newest - (canvas.columns() - 1 - column);
            if (series.total() == 0 || cell < 0) continue;
            int age = (int) (series.total() - 1 - cell * PER_CELL);
            double left = share(series, age, top);
            double right = share(series, age - 1, top);
            if (left < 0 && right < 0) continue;
            for (int up = 0; up < inks.length; up++) {
                char glyph = glyph(canvas.symbols(), left, right, up, inks.length);
                if (glyph != ' ') {
                    Ink ink = byValue ? inkOf(Math.max(left, right)) : inks[up];
                    canvas.put(column, canvas.rows() - 1 - up, glyph, ink);
                }
            }
        }
    }

    /** The sample's share of the scale; below 0 if it is missing. */
    private static double share(Series series, int age, double top) {
        double value = series.orNaN(age);
        return Double.isNaN(value) ? -1 : Math.clamp(value / top, 0, 1);
    }

    private static char glyph(Symbols symbols, double left, double right, int up, int rows) {
        return switch (symbols.glyphs()) {
            case BRAILLE -> {
                int bits = bits(LEFT, dots(left, rows * 4) - up * 4) | bits(RIGHT, dots(right, rows * 4) - up * 4);
                yield bits == 0 ? ' ' : (char) (0x2800 + bits);
            }
            case BLOCK, CONSOLE ->
                symbols.levels().charAt(Math.clamp(dots(mean(left, right), rows * 8) - up * 8, 0, 8));
            case ASCII -> ascii(symbols, Math.clamp(dots(mean(left, right), rows * 8) - up * 8, 0, 8), rows);
        };
    }

    private static char ascii(Symbols symbols, int eighths, int rows) {
        if (rows == 1 || eighths == 0) return symbols.levels().charAt(eighths);
        if (eighths < 4) return '.';
        return eighths < 7 ? ':' : '#';
    }

    private static double mean(double left, double right) {
        if (left < 0) return right;
        return right < 0 ? left : (left + right) / 2;
    }

    private static int dots(double share, int all) {
        if (share < 0) return 0;
        return share < FLAT ? 1 : Math.max(1, (int) Math.round(share * all));
    }

    private static int bits(int[] column, int dots) {
        int bits = 0;
        for (int i = 0; i < Math.min(dots, column.length); i++) bits |= column[i];
        return bits;
    }
}
