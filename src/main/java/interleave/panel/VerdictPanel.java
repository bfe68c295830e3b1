package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Text;
import interleave.state.State;
import java.util.List;

/** One plain sentence that compares what runs; for some seconds, what was just refused or failed. */
final class VerdictPanel implements Panel {
    @Override
    public String name() {
        return "verdict";
    }

    @Override
    public void draw(State state, Canvas canvas) {
        boolean notice = state.notice().isPresent();
        int margin = canvas.columns() < 60 ? 0 : 2;
        int room = canvas.columns() - 2 * margin;
        String words = notice ? Text.clean(state.notice().get().words()) : verdict(state, canvas, room * canvas.rows());
        List<String> lines =
                Text.wrap(words, room, canvas.rows(), canvas.symbols().ellipsis());
        for (int i = 0; i < lines.size(); i++) canvas.text(margin, i, lines.get(i), notice ? Ink.NOTICE : Ink.STRONG);
    }

    /** The longest that fits. */
    private static String verdict(State state, Canvas canvas, int room) {
        List<String> all = Verdict.of(
                state.shown(), state.setup().readOnly(), canvas.symbols().micro());
        for (String each : all) if (each.length() <= room) return each;
        return all.getLast();
    }
}
