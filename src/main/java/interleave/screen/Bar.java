package interleave.screen;

/** A horizontal bar made of parts, such as a core's time in programs, kernel and interrupts. */
public final class Bar {
    private Bar() {}

    /**
     * Draws {@code width} cells. The borders between parts fall on whole cells; the end of all is drawn to an eighth of
     * a cell. In ASCII each part has its own letter.
     *
     * @param parts shares of the whole bar, each 0 or more; what exceeds 1 in sum is cut off
     */
    public static void draw(Canvas canvas, int column, int row, int width, double[] parts, Ink[] inks, String letters) {
        Symbols symbols = canvas.symbols();
        for (int i = 0; i < width; i++) canvas.put(column + i, row, symbols.track(), Ink.TRACK);
        double end = 0;
        int drawn = 0;
        for (int part = 0; part < parts.length; part++) {
            end = Math.min(1, end + Math.max(0, parts[part]));
            int whole = Math.min((int) Math.round(end * width), (int) (total(parts) * width + 1e-9));
            for (; drawn < whole; drawn++) canvas.put(column + drawn, row, full(symbols, letters, part), inks[part]);
        }
        int eighths = (int) Math.round((total(parts) * width - drawn) * 8);
        int most = mostOfTheEnd(parts, (double) drawn / width);
        if (eighths > 0 && drawn < width)
            partial(canvas, column + drawn, row, Math.min(8, eighths), full(symbols, letters, most), inks[most]);
    }

    private static char full(Symbols symbols, String letters, int part) {
        return symbols.glyphs() == Glyphs.ASCII
                ? letters.charAt(part)
                : symbols.bar().charAt(7);
    }

    private static double total(double[] parts) {
        double total = 0;
        for (double part : parts) total += Math.max(0, part);
        return Math.min(1, total);
    }

    /** The part that has most of what lies beyond {@code from}. */
    private static int mostOfTheEnd(double[] parts, double from) {
        int most = 0;
        double share = 0;
        double start = 0;
        for (int part = 0; part < parts.length; part++) {
            double end = start + Math.max(0, parts[part]);
            double beyond = end - Math.max(start, from);
            if (beyond > share) {
                most = part;
                share = beyond;
            }
            start = end;
        }
        return most;
    }

    /** In ASCII half a cell and more counts as one. */
    private static void partial(Canvas canvas, int column, int row, int eighths, char full, Ink ink) {
        boolean ascii = canvas.symbols().glyphs() == Glyphs.ASCII;
        char part = ascii ? eighths >= 4 ? full : ' ' : canvas.symbols().bar().charAt(eighths - 1);
        if (part != ' ') canvas.put(column, row, part, ink);
    }
}
