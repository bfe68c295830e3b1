package interleave.screen;

import java.util.ArrayList;
import java.util.List;

/** Which columns of a table fit into a width, and where they stand. Pure. */
public final class Columns {
    private Columns() {}

    /** A column as a table has to know it. */
    public interface Column {
        Shape shape();

        default String title() {
            return shape().title;
        }
    }

    /**
     * The title of a column, and its widths.
     *
     * @param left whether it begins at the left edge of its place, as words do, or ends at the right one
     * @param width that it has where nothing is left over
     * @param least to which it can be squeezed when no column is left to drop
     * @param widest to which it may be widened by space that is left over
     * @param dropped the highest is dropped first; 0 is never dropped
     */
    public record Shape(String title, boolean left, int width, int least, int widest, int dropped) {
        /** One that ends at its right edge, and always stays as wide as it is. */
        public static Shape right(String title, int width) {
            return new Shape(title, false, width, width, width, 0);
        }

        /** One that begins at its left edge, and always stays as wide as it is. */
        public static Shape left(String title, int width) {
            return new Shape(title, true, width, width, width, 0);
        }

        public Shape upTo(int widest) {
            return new Shape(title, left, width, least, widest, dropped);
        }

        public Shape downTo(int least) {
            return new Shape(title, left, width, least, widest, dropped);
        }

        public Shape dropped(int rank) {
            return new Shape(title, left, width, least, widest, rank);
        }
    }

    /** A column that is shown, from {@code column} on. */
    public record Placed<C extends Column>(C what, int column, int width) {
        public int end() {
            return column + width;
        }

        /** Writes the title into the first row, at the column's own edge. */
        public void head(Canvas canvas, Ink ink, boolean bold) {
            String title = what.title().replace("\u00B5", canvas.symbols().micro());
            int start = what.shape().left ? column : end() - title.length();
            if (bold) canvas.bold(start, 0, title, ink);
            else canvas.text(start, 0, title, ink);
        }
    }

    /**
     * A column that is to have so much room even if others go for it: those that are dropped first, down to {@code
     * rank}.
     */
    public record Wish<C extends Column>(C what, int width, int rank) {
        /** The room that it lacks by itself. */
        int more() {
            return Math.max(0, width - what.shape().width);
        }
    }

    /**
     * The same with as much between two columns as looks best: two blanks in a table that is {@code wide} and drops
     * none for them, else one.
     */
    public static <C extends Column> List<Placed<C>> fitLoosely(List<C> all, int width, int wide, Wish<C> wish) {
        boolean loose = width >= wide && total(all, 2) + wish.more() <= width;
        return fit(all, width, loose ? 2 : 1, wish);
    }

    /**
     * Drops columns until the rest fits, gives the wished one what it needs as far as there is room, then shares what
     * is left over among those that can be widened.
     */
    public static <C extends Column> List<Placed<C>> fit(List<C> all, int width, int gap, Wish<C> wish) {
        List<C> kept = new ArrayList<>(all);
        int more = wish.more();
        while (total(kept, gap) + more > width && dropOne(kept, wish.rank())) continue;
        while (total(kept, gap) > width && dropOne(kept, 1)) continue;
        boolean squeezed = total(kept, gap) > width;
        int over = squeezed ? 0 : width - total(kept, gap);
        int wished = Math.min(more, over);
        over -= wished;
        List<Placed<C>> placed = new ArrayList<>();
        int column = 0;
        for (C each : kept) {
            Shape shape = each.shape();
            int extra = each == wish.what() ? wished : Math.clamp(over, 0, shape.widest - shape.width);
            if (each != wish.what()) over -= extra;
            int wide = squeezed ? shape.least : shape.width + extra;
            placed.add(new Placed<>(each, column, wide));
            column += wide + gap;
        }
        return placed;
    }

    private static <C extends Column> int total(List<C> columns, int gap) {
        int total = -gap;
        for (C each : columns) total += each.shape().width + gap;
        return total;
    }

    /** @param rank only one that is dropped so early, or earlier */
    private static <C extends Column> boolean dropOne(List<C> columns, int rank) {
        int victim = -1;
        for (int i = 0; i < columns.size(); i++)
            if (columns.get(i).shape().dropped >= rank
                    && (victim < 0
                            || columns.get(i).shape().dropped
                                    > columns.get(victim).shape().dropped)) victim = i;
        if (victim >= 0) columns.remove(victim);
        return victim >= 0;
    }
}
