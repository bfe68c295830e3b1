package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.State;
import java.util.List;
import java.util.OptionalInt;

/** The whole picture: all panels that the size has room for, and the help over them. Pure. */
public final class Picture {
    private Picture() {}

    /** Draws a state. A panel that fails shows why in its place; the others are drawn. */
    public static Grid draw(State state) {
        Grid grid = new Grid(state.size());
        Canvas screen = new Canvas(grid, state.setup().glyphs());
        Arrangement placed = Arrangement.of(state.size(), state);
        for (int i = 0; i < placed.all().size(); i++) draw(placed.all().get(i), state, placed, screen);
        if (state.help().isPresent()) help(state, placed, screen);
        return grid;
    }

    static void help(State state, OnScreen others, Canvas screen) {
        draw(new Arrangement.Placed(Panels.HELP, Arrangement.help(state.size()), true), state, others, screen);
    }

    /** The state with its help scrolled no further than it is long: how many lines that are only the picture knows. */
    public static State settled(State state) {
        int top = state.help().orElse(0);
        if (top == 0) return state;
        int most = HelpPanel.lastTop(state, Arrangement.help(state.size()));
        return top <= most ? state : state.with(state.look().withHelp(OptionalInt.of(most)));
    }

    static void draw(Arrangement.Placed placed, State state, OnScreen others, Canvas screen) {
        Rect place = placed.place();
        if (place.empty()) return;
        Canvas canvas = screen.clip(place);
        canvas.clear();
        Panel panel = placed.panel();
        try {
            if (placed.framed()) canvas = canvas.box(panel.title(state), panel.note(state), Ink.TITLE);
            panel.draw(state, others, canvas);
        } catch (RuntimeException e) {
            String words = panel.name() + " cannot be drawn: unexpected "
                    + e.getClass().getSimpleName();
            List<String> lines = Text.wrap(
                    Text.cells(words),
                    canvas.columns(),
                    canvas.rows(),
                    canvas.symbols().ellipsis());
            for (int i = 0; i < lines.size(); i++) canvas.text(0, i, lines.get(i), Ink.BAD);
        }
    }
}
