package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Text;
import interleave.state.State;
import java.util.List;

/** Where nothing useful has room: says which size is needed, and how to leave. */
final class TooSmallPanel implements Panel {
    static final int LEAST_COLUMNS = 40;
    static final int LEAST_ROWS = 12;

    @Override
    public String name() {
        return "too small";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        String words = "needs " + LEAST_COLUMNS + "x" + LEAST_ROWS + ", this is "
                + state.size().columns() + "x" + state.size().rows() + "; q quits";
        List<String> lines = Text.wrap(
                words, canvas.columns(), canvas.rows(), canvas.symbols().ellipsis());
        int top = (canvas.rows() - lines.size()) / 2;
        for (int i = 0; i < lines.size(); i++) {
            int left = (canvas.columns() - lines.get(i).length()) / 2;
            canvas.text(left, top + i, lines.get(i), Ink.STRONG);
        }
    }
}
