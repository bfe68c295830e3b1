package interleave.screen;

import java.util.ArrayList;
import java.util.List;

/** Which columns of a table fit into a width, and where they stand. Pure. */
public final class Columns {
    private Columns() {}

    /** A column as a table has to know it. */
    public interface Column {
        int width();

        /** The width to which it can be squeezed when no column is left to drop. */
        int least();

        /** The width to which it may be widened by space that is left over. */
        int widest();

        /** The highest is dropped first; 0 is never dropped. */
        int dropped();
    }

    /** A column that is shown, from {@code column} on. */
    public record Placed<C>(C what, int column, int width) {
        public int end() {
            return column + width;
        }
    }

    /**
     * A column that is to have so much room even if others go for it: those that are dropped first, down to {@code
     * rank}.
     */
    public record Wish<C>(C what, int width, int rank) {}

    /**
     * Drops columns until the rest fits, gives the wished one what it needs as far as there is room, then shares what
     * is left over among those that can be widened.
     */
    public static <C extends Column> List<Placed<C>> fit(List<C> all, int width, int gap, Wish<C> wish) {
        List<C> kept = new ArrayList<>(all);
        int more = Math.max(0, wish.width() - wish.what().width());
        while (total(kept, gap) + more > width && dropOne(kept, wish.rank())) continue;
        while (total(kept, gap) > width && dropOne(kept, 1)) continue;
        boolean squeezed = total(kept, gap) > width;
        int over = squeezed ? 0 : width - total(kept, gap);
        int wished = Math.min(more, over);
        over -= wished;
        List<Placed<C>> placed = new ArrayList<>();
        int column = 0;
        for (C each : kept) {
            int extra = each == wish.what() ? wished : Math.clamp(over, 0, each.widest() - each.width());
            if (each != wish.what()) over -= extra;
            int wide = squeezed ? each.least() : each.width() + extra;
            placed.add(new Placed<>(each, column, wide));
            column += wide + gap;
        }
        return placed;
    }

    /** True if all columns fit, the wished one as wide as it is to be. */
    public static <C extends Column> boolean fits(List<C> all, int width, int gap, Wish<C> wish) {
        return total(all, gap) + Math.max(0, wish.width() - wish.what().width()) <= width;
    }

    private static <C extends Column> int total(List<C> columns, int gap) {
        int total = -gap;
        for (C each : columns) total += each.width() + gap;
        return total;
    }

    /** @param rank only one that is dropped so early, or earlier */
    private static <C extends Column> boolean dropOne(List<C> columns, int rank) {
        int victim = -1;
        for (int i = 0; i < columns.size(); i++)
            if (columns.get(i).dropped() >= rank
                    && (victim < 0
                            || columns.get(i).dropped() > columns.get(victim).dropped())) victim = i;
        if (victim >= 0) columns.remove(victim);
        return victim >= 0;
    }
}
