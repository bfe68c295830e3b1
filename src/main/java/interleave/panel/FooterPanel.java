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
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.state.Action;
import interleave.state.Binding;
import interleave.state.Bindings;
import interleave.state.Knobs;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.View;
import java.util.List;

/**
 * The keys, and what the monitor itself costs: in two lines, or in one where both fit. What a remark has to say beyond
 * the verdict's line takes the place of the second, never that of the first; where there is no verdict, its remarks
 * stand here.
 */
final class FooterPanel implements Panel {
    /** From this width on the keys and the monitor's own cost share a line. */
    static final int ONE_LINE = 160;

    static final int OWN_COST = 68;

    /** The same without the words that name its parts, for which a usual screen has no room beside keys. */
    private static final int BRIEF_COST = 41;
    /** The columns that help and quit take, the gap before them included. */
    private static final int LAST_TWO = 16;

    private static final int ROOM_FOR_DIGITS = 100;

    @Override
    public String name() {
        return "footer";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        int room = canvas.columns() - 1;
        int below = 0;
        String rest = VerdictPanel.rest(
                state, others, canvas.columns(), canvas.symbols().ellipsis());
        if (canvas.rows() > 1 && rest.isEmpty()) {
            boolean brief = canvas.columns() < ROOM_FOR_DIGITS;
            below = canvas.columns() - (brief ? BRIEF_COST : OWN_COST);
            ownCost(state.shown(), canvas, canvas.rows() - 1, below, brief);
        } else if (canvas.rows() > 1)
            canvas.fit(VerdictPanel.margin(canvas.columns()), canvas.rows() - 1, canvas.columns(), rest, Ink.NOTICE);
        else if (canvas.columns() >= ONE_LINE) {
            int column = canvas.columns() - OWN_COST;
            if (rest.isEmpty()) ownCost(state.shown(), canvas, 0, column, false);
            else canvas.fit(column, 0, OWN_COST - 2, rest, Ink.NOTICE);
            room = canvas.columns() - OWN_COST - 2;
        }
        char ellipsis = canvas.symbols().ellipsis();
        boolean told = others.shows(VerdictPanel.NAME);
        String remark = told ? "" : VerdictPanel.remark(state, others, canvas.columns(), ellipsis);
        if (remark.isEmpty()) keys(state, canvas, room, below - 2);
        else canvas.fit(0, 0, canvas.columns(), remark, Ink.NOTICE);
    }

    /**
     * As many as there is room for; help and quit always. Keys that do much the same share their word.
     *
     * @param below the room beside the cost, for keys that have none in the first line
     */
    private static void keys(State state, Canvas canvas, int room, int below) {
        int column = canvas.columns() < 60 ? 0 : 2;
        int second = column;
        int next;
        for (int i = 0; i < Bindings.ALL.size(); i = next) {
            Binding first = Bindings.ALL.get(i);
            String brief = brief(first, state, canvas.symbols());
            next = i + 1;
            if (brief.isEmpty() || !worth(first, state) || spared(first, state, canvas)) continue;
            while (next < Bindings.ALL.size()
                    && brief(Bindings.ALL.get(next), state, canvas.symbols()).equals(brief)) next++;
            List<Binding> group = Bindings.ALL.subList(i, next);
            boolean last = first.action() == Action.HELP || first.action() == Action.QUIT;
            int width = width(group, brief, state, canvas.symbols());
            if (column + width <= room - (last ? 0 : LAST_TWO)) column = group(group, brief, state, canvas, 0, column);
            else if (second + width <= below) second = group(group, brief, state, canvas, canvas.rows() - 1, second);
        }
    }

    /** A key that can do nothing now is left out where that is likely to stay so. */
    private static boolean worth(Binding binding, State state) {
        boolean clears = binding.action() == Action.CLEAR
                && Bindings.whyNot(Action.CLEAR, state).isPresent();
        return !clears && Bindings.shown(binding, state);
    }

    /** In the matrix arrows and enter reach every cell; digits are only told where there is room for them too. */
    private static boolean spared(Binding binding, State state, Canvas canvas) {
        return binding.action() == Action.TOGGLE && state.view() == View.MATRIX && canvas.columns() < ROOM_FOR_DIGITS;
    }

    private static int width(List<Binding> group, String brief, State state, Symbols symbols) {
        int width = 1 + brief.length();
        for (Binding binding : group) width += label(binding, state, symbols).length();
        return width;
    }

    private static int group(List<Binding> group, String brief, State state, Canvas canvas, int row, int from) {
        int column = from;
        for (Binding binding : group) {
            boolean off = Bindings.whyNot(binding.action(), state).isPresent();
            column = canvas.bold(column, row, label(binding, state, canvas.symbols()), off ? Ink.FAINT : Ink.KEY);
        }
        return canvas.text(column + 1, row, brief, Ink.FAINT) + 2;
    }

    private static String brief(Binding binding, State state, Symbols symbols) {
        boolean turns = binding.action() == Action.MORE || binding.action() == Action.LESS;
        if (turns && Knobs.at(state).isEmpty() && state.selectedSlot().isPresent()) {
            Load load = state.selectedSlot().get().load();
            return "load " + Paint.load(load, 7);
        }
        if (turns && Knobs.at(state).isPresent()) {
            Knob knob = Knobs.at(state).get();
            return knob.title + " "
                    + Paint.knob(knob, state.selectedSlot().orElseThrow().value(knob), symbols);
        }
        if (binding.action() == Action.MONITOR && state.view() == View.MONITOR) return "workloads";
        if (binding.action() == Action.CLAIMS && state.view() == View.LAB) return "back";
        if (binding.action() == Action.STEPS && state.view() == View.STEPS) return "table";
        if (binding.action() == Action.THREADS && state.view() == View.THREADS) return "back";
        if (binding.action() == Action.PROCESSES && state.view() == View.PROCESSES) return "back";
        if (binding.action() == Action.OPEN && state.view() == View.PROCESSES) return "watch it";
        boolean back = binding.action() == Action.MATRIX && state.view() == View.MATRIX;
        return back ? "table" : binding.brief();
    }

    /** A binding's keys as this screen shows them. */
    static String label(Binding binding, State state, Symbols symbols) {
        if (binding.action() == Action.TOGGLE) return Bindings.toggleLabel(state.setup());
        if (binding.action() == Action.LEFT) return String.valueOf(symbols.mark(Mark.LEFT));
        if (binding.action() == Action.RIGHT) return String.valueOf(symbols.mark(Mark.RIGHT));
        if (binding.action() == Action.UP) return String.valueOf(symbols.mark(Mark.UP));
        if (binding.action() == Action.DOWN) return String.valueOf(symbols.mark(Mark.DOWN));
        return binding.label();
    }

    private static void ownCost(Scene scene, Canvas canvas, int row, int column, boolean brief) {
        int at = canvas.text(column, row, "monitor", Ink.FAINT);
        at = cost(canvas, row, at + 6, scene.readings().of(SELF_CPU_PERCENT), Format.TENTHS, brief ? " %" : " % CPU");
        at = cost(canvas, row, at + 7, scene.readings().of(SELF_RSS_BYTES), Format.BYTES, brief ? "" : " memory");
        Reading bytes = scene.terminalBytesPerSecond().map(Numbers::rounded);
        at = cost(canvas, row, at + 7, bytes, Format.COUNT, brief ? " B/s" : " B/s out");
        if (!brief) at = canvas.text(at + 2, row, "sample", Ink.FAINT);
        Paint.number(canvas, at + 8, row, scene.readings().of(SAMPLE_MS), Format.MILLISECONDS, Ink.PLAIN);
    }

    private static int cost(Canvas canvas, int row, int end, Reading reading, Format format, String unit) {
        Paint.number(canvas, end, row, reading, format, Ink.PLAIN);
        return canvas.text(end, row, unit, Ink.FAINT);
    }
}
