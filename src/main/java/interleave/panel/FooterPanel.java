package interleave.panel;

import static interleave.metric.HostMetrics.SAMPLE_MS;
import static interleave.metric.HostMetrics.SELF_CPU_PERCENT;
import static interleave.metric.HostMetrics.SELF_RSS_BYTES;

import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
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
import interleave.state.ThreadKeys;
import interleave.state.View;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys, in two lines or in one, and at their end what the monitor itself costs. What a remark has to say beyond the
 * verdict's line takes the second line for as long as it stands, and the first keys stay; where there is no verdict,
 * its remarks stand here.
 */
final class FooterPanel implements Panel {
    /** A wide screen lower than {@link #HIGH} has one line for both. */
    private static final int ONE_LINE = 160;

    private static final int HIGH = 40;

    /** The columns of the monitor's own cost, and of the same in fewer words. */
    private static final int OWN_COST = 68;

    private static final int BRIEF_COST = 41;
    /** From this width on the cost has all its words. */
    private static final int WITH_WORDS = 100;
    /** The columns that help and quit take, the gap before them included. */
    private static final int LAST_TWO = 16;

    private static final int ROOM_FOR_DIGITS = 100;

    /** A key or several that share a word, as they stand in a line. */
    private record Group(List<Binding> bindings, String brief, int width) {
        boolean last() {
            return bindings.getFirst().action() == Action.HELP
                    || bindings.getFirst().action() == Action.QUIT;
        }
    }

    /** The lines that it has on such a screen. */
    static int rows(Rect all) {
        return all.rows() < Arrangement.TALL || all.columns() >= ONE_LINE && all.rows() < HIGH ? 1 : 2;
    }

    @Override
    public String name() {
        return "footer";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        char ellipsis = canvas.symbols().ellipsis();
        int bottom = canvas.rows() - 1;
        int margin = VerdictPanel.margin(canvas.columns());
        String rest = VerdictPanel.rest(state, others, canvas.columns(), ellipsis);
        boolean told = others.shows(VerdictPanel.NAME);
        String remark = told ? "" : VerdictPanel.remark(state, others, canvas.columns(), ellipsis);
        if (!remark.isEmpty()) {
            canvas.fit(0, 0, canvas.columns(), remark, Ink.NOTICE);
            return;
        }
        boolean room = bottom > 0 || canvas.columns() >= ONE_LINE;
        int cost = canvas.columns() < WITH_WORDS ? BRIEF_COST : OWN_COST;
        int end = room ? canvas.columns() - cost - 2 : canvas.columns() - 1;
        if (!rest.isEmpty() && bottom > 0) {
            // A sentence goes on beneath its beginning, not below the keys.
            canvas.fit(margin, 0, canvas.columns(), rest, Ink.NOTICE);
            Canvas below = canvas.clip(new Rect(0, 1, canvas.columns(), bottom));
            keys(state, others, below, bottom, canvas.columns() - 1);
        } else {
            if (!rest.isEmpty()) canvas.fit(end + 2, bottom, cost, rest, Ink.NOTICE);
            else if (room) ownCost(state.shown(), canvas, bottom, end + 2);
            keys(state, others, canvas, canvas.rows(), end);
        }
    }

    /**
     * As many as there is room for in so many lines, of which the last ends before {@code end}; help and quit always.
     * Keys that do much the same share their word.
     */
    private static void keys(State state, OnScreen others, Canvas canvas, int rows, int end) {
        int margin = canvas.columns() < 60 ? 0 : 2;
        int column = margin;
        int row = 0;
        for (Group group : groups(state, others, canvas)) {
            int last = group.last() ? 0 : LAST_TWO;
            if (row < rows - 1 && column + group.width() > canvas.columns() - 1) {
                row++;
                column = margin;
            }
            if (column + group.width() <= (row < rows - 1 ? canvas.columns() - 1 : end - last))
                column = group(group, state, canvas, column, row);
        }
    }

    private static List<Group> groups(State state, OnScreen others, Canvas canvas) {
        List<Group> groups = new ArrayList<>();
        int views = 0;
        int next;
        for (int i = 0; i < Bindings.ALL.size(); i = next) {
            Binding first = Bindings.ALL.get(i);
            String brief = brief(first, state, canvas.symbols());
            next = i + 1;
            if (brief.isEmpty() || !worth(first, state, others) || spared(first, state, canvas)) continue;
            while (next < Bindings.ALL.size()
                    && brief(Bindings.ALL.get(next), state, canvas.symbols()).equals(brief)) next++;
            List<Binding> bindings = Bindings.ALL.subList(i, next);
            Group group = new Group(bindings, brief, width(bindings, brief, state, canvas.symbols()));
            if (first.action() == Action.MATRIX) views = groups.size();
            if (leadsBack(first.action(), state.view())) groups.add(views, group);
            else groups.add(group);
        }
        return groups;
    }

    /** True of the key that shows this view: pressed again it leads back, and comes before those of other views. */
    private static boolean leadsBack(Action action, View view) {
        return switch (view) {
            case STEPS -> action == Action.STEPS;
            case LAB -> action == Action.CLAIMS;
            case THREADS -> action == Action.THREADS;
            case PROCESSES -> action == Action.PROCESSES;
            case MONITOR -> action == Action.MONITOR;
            case DASHBOARD, MATRIX -> false;
        };
    }

    /** A key that can do nothing now is left out where that is likely to stay so. */
    private static boolean worth(Binding binding, State state, OnScreen others) {
        boolean useful = switch (binding.action()) {
            case CLEAR -> Bindings.whyNot(Action.CLEAR, state).isEmpty();
            case LARGE ->
                others.rows(VerdictPanel.NAME) >= VerdictPanel.LARGE
                        || !state.look().large();
            case MACHINE_THREADS -> state.view() == View.THREADS || ThreadKeys.watching(state);
            default -> true;
        };
        return useful && Bindings.shown(binding, state);
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

    private static int group(Group group, State state, Canvas canvas, int from, int row) {
        int column = from;
        for (Binding binding : group.bindings()) {
            boolean off = Bindings.whyNot(binding.action(), state).isPresent();
            column = canvas.bold(column, row, label(binding, state, canvas.symbols()), off ? Ink.FAINT : Ink.KEY);
        }
        return canvas.text(column + 1, row, group.brief(), Ink.FAINT) + 2;
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

    private static void ownCost(Scene scene, Canvas canvas, int row, int column) {
        boolean words = canvas.columns() >= WITH_WORDS;
        Reading bytes = scene.terminalBytesPerSecond().map(Numbers::rounded);
        int at = canvas.text(column, row, "monitor", Ink.FAINT);
        at = cost(canvas, row, at + 6, scene.readings().of(SELF_CPU_PERCENT), Format.TENTHS, words ? " % CPU" : " %");
        at = cost(canvas, row, at + 7, scene.readings().of(SELF_RSS_BYTES), Format.BYTES, words ? " memory" : "");
        // On 80 columns a margin of one is left, as in the header.
        at = cost(canvas, row, at + (words ? 7 : 6), bytes, Format.COUNT, words ? " B/s out" : " B/s");
        if (words) at = canvas.text(at + 2, row, "sample", Ink.FAINT);
        Paint.number(canvas, at + 8, row, scene.readings().of(SAMPLE_MS), Format.MILLISECONDS, Ink.PLAIN);
    }

    private static int cost(Canvas canvas, int row, int end, Reading reading, Format format, String unit) {
        Paint.number(canvas, end, row, reading, format, Ink.PLAIN);
        return canvas.text(end, row, unit, Ink.FAINT);
    }
}
