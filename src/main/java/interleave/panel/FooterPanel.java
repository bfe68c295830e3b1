package interleave.panel;

import static interleave.metric.HostMetrics.SAMPLE_MS;
import static interleave.metric.HostMetrics.SELF_CPU_PERCENT;
import static interleave.metric.HostMetrics.SELF_RSS_BYTES;

import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.state.Action;
import interleave.state.Binding;
import interleave.state.Bindings;
import interleave.state.Knobs;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.View;

/**
 * The keys, and what the monitor itself costs: in two lines, or in one where both fit. Where there is no verdict, its
 * remarks stand here.
 */
final class FooterPanel implements Panel {
    static final int OWN_COST = 68;

    @Override
    public String name() {
        return "footer";
    }

    @Override
    public void draw(State state, Canvas canvas) {
        int room = canvas.columns() - 1;
        if (canvas.rows() > 1) ownCost(state.shown(), canvas, canvas.rows() - 1, 2);
        else if (canvas.columns() >= Arrangement.ONE_FOOTER) {
            ownCost(state.shown(), canvas, 0, canvas.columns() - OWN_COST);
            room = canvas.columns() - OWN_COST - 2;
        }
        String remark = Arrangement.shows(Panels.VERDICT, state) ? "" : VerdictPanel.remark(state);
        if (remark.isEmpty()) keys(state, canvas, room);
        else canvas.fit(0, 0, canvas.columns(), remark, Ink.NOTICE);
    }

    /** As many as there is room for; help and quit always. */
    private static void keys(State state, Canvas canvas, int room) {
        int column = canvas.columns() < 60 ? 0 : 2;
        int reserved = 16;
        for (int i = 0; i < Bindings.ALL.size(); i++) {
            Binding binding = Bindings.ALL.get(i);
            if (binding.brief().isEmpty() || !binding.holdsIn(state.view())) continue;
            String brief = brief(binding, state);
            boolean last = binding.action() == Action.HELP || binding.action() == Action.QUIT;
            boolean paired = i + 1 < Bindings.ALL.size()
                    && Bindings.ALL.get(i + 1).brief().equals(binding.brief());
            String label = label(binding, state, canvas.symbols());
            int width = label.length() + (paired ? 0 : 1 + brief.length());
            if (column + width + (paired ? brief.length() + 2 : 0) > room - (last ? 0 : reserved)) {
                if (paired) i++;
                continue;
            }
            boolean off = Bindings.whyNot(binding.action(), state).isPresent();
            column = canvas.bold(column, 0, label, off ? Ink.FAINT : Ink.KEY);
            if (!paired) column = canvas.text(column + 1, 0, brief, Ink.FAINT) + 2;
        }
    }

    private static String brief(Binding binding, State state) {
        boolean turns = binding.action() == Action.MORE || binding.action() == Action.LESS;
        if (turns && Knobs.at(state).isPresent()) return Knobs.at(state).get().title;
        boolean back = binding.action() == Action.MATRIX && state.view() == View.MATRIX;
        return back ? "table" : binding.brief();
    }

    private static String label(Binding binding, State state, Symbols symbols) {
        if (binding.action() == Action.TOGGLE) return Bindings.toggleLabel(state.setup());
        if (binding.action() == Action.LEFT) return String.valueOf(symbols.mark(Mark.LEFT));
        if (binding.action() == Action.RIGHT) return String.valueOf(symbols.mark(Mark.RIGHT));
        if (binding.action() == Action.UP) return String.valueOf(symbols.mark(Mark.UP));
        if (binding.action() == Action.DOWN) return String.valueOf(symbols.mark(Mark.DOWN));
        return binding.label();
    }

    private static void ownCost(Scene scene, Canvas canvas, int row, int column) {
        int at = canvas.text(column, row, "monitor", Ink.FAINT);
        at = cost(canvas, row, at + 6, scene.readings().of(SELF_CPU_PERCENT), Format.TENTHS, " % CPU");
        at = cost(canvas, row, at + 7, scene.readings().of(SELF_RSS_BYTES), Format.BYTES, " memory");
        Reading bytes = scene.terminalBytesPerSecond().map(Numbers::rounded);
        at = cost(canvas, row, at + 7, bytes, Format.COUNT, " B/s out");
        at = canvas.text(at + 2, row, "sample", Ink.FAINT);
        Paint.number(canvas, at + 8, row, scene.readings().of(SAMPLE_MS), Format.MILLISECONDS, Ink.PLAIN);
    }

    private static int cost(Canvas canvas, int row, int end, Reading reading, Format format, String unit) {
        Paint.number(canvas, end, row, reading, format, Ink.PLAIN);
        return canvas.text(end, row, unit, Ink.FAINT);
    }
}
