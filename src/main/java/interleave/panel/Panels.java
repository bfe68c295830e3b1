package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.State;
import java.util.List;

/** The catalogue of panels, and the whole picture. */
public final class Panels {
    static final Panel HEADER = new HeaderPanel();
    static final Panel BRIEF = new BriefPanel();
    static final Panel CORES = new CoresPanel();
    static final Panel SWITCHES = new SwitchesPanel();
    static final Panel THREADS = new ThreadsPanel();
    static final Panel WORKLOADS = new WorkloadsPanel();
    static final Panel MATRIX = new MatrixPanel();
    static final Panel CELL = new CellPanel();
    static final Panel DETAIL = new DetailPanel();
    static final Panel VERDICT = new VerdictPanel();
    static final Panel FOOTER = new FooterPanel();
    static final Panel HELP = new HelpPanel();
    static final Panel TOO_SMALL = new TooSmallPanel();

    public static final List<Panel> ALL = List.of(
            HEADER, BRIEF, CORES, SWITCHES, THREADS, WORKLOADS, MATRIX, CELL, DETAIL, VERDICT, FOOTER, HELP, TOO_SMALL);

    private Panels() {}

    /** Draws a state. A panel that fails shows why in its place; the others are drawn. */
    public static Grid draw(State state) {
        Grid grid = new Grid(state.size());
        Canvas screen = new Canvas(grid, state.setup().glyphs());
        List<Arrangement.Placed> placed = Arrangement.of(state.size(), state);
        for (int i = 0; i < placed.size(); i++) draw(placed.get(i), state, screen);
        if (state.help()) draw(new Arrangement.Placed(HELP, Arrangement.help(state.size()), true), state, screen);
        return grid;
    }

    static void draw(Arrangement.Placed placed, State state, Canvas screen) {
        Rect place = placed.place();
        if (place.empty()) return;
        Canvas canvas = screen.clip(place);
        canvas.clear();
        Panel panel = placed.panel();
        try {
            if (placed.framed()) canvas = canvas.box(panel.title(state), panel.note(state), Ink.TITLE);
            panel.draw(state, canvas);
        } catch (RuntimeException e) {
            String words = panel.name() + " cannot be drawn: " + e;
            List<String> lines = Text.wrap(
                    Text.cells(words),
                    canvas.columns(),
                    canvas.rows(),
                    canvas.symbols().ellipsis());
            for (int i = 0; i < lines.size(); i++) canvas.text(0, i, lines.get(i), Ink.BAD);
        }
    }
}
