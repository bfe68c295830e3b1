package interleave.screen;

import java.util.ArrayList;
import java.util.List;

/** Which columns of a table fit into a width, and where they stand. Pure. */
public final class Columns {
    private Columns() {}

    /** What a table has to know of a column. */
    public interface Column {
        int width();

        /** What it can be squeezed to when no column is left to drop. */
        int least();

        /** How far it may be widened by what is left over. */
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

    /** Drops columns until the rest fits, then shares what is left over among those that can be widened. */
    public static <C extends Column> List<Placed<C>> fit(List<C> all, int width, int gap) {
        List<C> kept = new ArrayList<>(all);
        while (total(kept, gap) > width && dropOne(kept)) continue;
        boolean squeezed = total(kept, gap) > width;
        int over = squeezed ? 0 : width - total(kept, gap);
        List<Placed<C>> placed = new ArrayList<>();
        int column = 0;
        for (C each : kept) {
            int extra = Math.clamp(over, 0, each.widest() - each.width());
            over -= extra;
            int wide = squeezed ? each.least() : each.width() + extra;
            placed.add(new Placed<>(each, column, wide));
            column += wide + gap;
        }
        return placed;
    }

    /** Whether all columns fit. */
    public static <C extends Column> boolean fits(List<C> all, int width, int gap) {
        return total(all, gap) <= width;
    }

    private static <C extends Column> int total(List<C> columns, int gap) {
        int total = -gap;
        for (C each : columns) total += each.width() + gap;
        return total;
    }

    private static <C extends Column> boolean dropOne(List<C> columns) {
        int victim = -1;
        for (int i = 0; i < columns.size(); i++)
            if (columns.get(i).dropped() > 0
                    && (victim < 0
                            || columns.get(i).dropped() > columns.get(victim).dropped())) victim = i;
        if (victim >= 0) columns.remove(victim);
        return victim >= 0;
    }
}
