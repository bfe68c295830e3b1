package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Grid;
import interleave.screen.Rect;
import interleave.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of one state after another: a panel that would look as it did is copied from the picture before. At rest
 * that is the table of all that could run, the largest of them. One thread.
 */
public final class PictureStrip {
    private Grid picture;
    private List<Arrangement.Placed> placed = List.of();
    /** For each of them. */
    private List<List<Object>> made = List.of();

    /** The same picture as {@link Picture#draw}. */
    public Grid next(State state) {
        Arrangement arrangement = Arrangement.of(state.size(), state);
        List<Arrangement.Placed> panels = arrangement.all();
        List<List<Object>> parts = new ArrayList<>(panels.size());
        Grid grid = new Grid(state.size());
        Canvas screen = new Canvas(grid, state.setup().glyphs());
        for (int i = 0; i < panels.size(); i++) {
            parts.add(panels.get(i).panel().madeOf(state));
            if (unchanged(i, panels.get(i), parts.get(i), grid))
                screen.clip(panels.get(i).place()).copy(picture);
            else Picture.draw(panels.get(i), state, arrangement, screen);
        }
        picture = grid;
        placed = panels;
        made = parts;
        return state.help().isPresent() ? helped(state, arrangement) : grid;
    }

    /** The help over the others, which stay as they are for when it is closed. */
    private Grid helped(State state, Arrangement arrangement) {
        Grid grid = new Grid(state.size());
        Canvas screen = new Canvas(grid, state.setup().glyphs());
        screen.copy(picture);
        Picture.help(state, arrangement, screen);
        return grid;
    }

    private boolean unchanged(int i, Arrangement.Placed now, List<Object> parts, Grid grid) {
        if (parts.isEmpty() || i >= made.size() || !picture.size().equals(grid.size())) return false;
        Arrangement.Placed before = placed.get(i);
        if (before.panel() != now.panel() || before.framed() != now.framed() || !same(before.place(), now.place()))
            return false;
        return same(made.get(i), parts);
    }

    // start-up: the equality that a record has by itself is linked at its first call, which takes 20 ms
    private static boolean same(Rect one, Rect other) {
        return one.column() == other.column()
                && one.row() == other.row()
                && one.columns() == other.columns()
                && one.rows() == other.rows();
    }

    /** The very same things: what is equal and another is drawn again, which nobody sees. */
    private static boolean same(List<Object> some, List<Object> others) {
        if (some.size() != others.size()) return false;
        for (int i = 0; i < some.size(); i++) if (some.get(i) != others.get(i)) return false;
        return true;
    }
}
