package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The steps so far, newest first: each setting of a run that held for some seconds is a step of its own. Beneath them
 * the selected one stands beside the one before it, of the same run.
 */
final class StepsPanel implements Panel {
    private static final int LEAST_NAME = 12;
    private static final int MOST_NAME = 23;
    /** Around a name: what selects it, says that it is not verified, and that its settings were changed. */
    private static final int SIGNS = 3;

    private static final int LEAST_SETTINGS = 14;
    /** Settings are rather told in so many columns than further numbers. */
    private static final int USUAL_SETTINGS = 28;

    /** The numbers that are always there: tasks per second, the two costs and a latency. */
    private static final int ESSENTIAL = 4;

    private static final int MOST_SETTINGS = 46;
    private static final int PLACED = 8;
    private static final int VERIFIED = 10;
    /** The blank, what is compared, before, after and how many times. */
    private static final int COMPARED = 5;
    /** From this height on there is room for the comparison. */
    private static final int WITH_COMPARISON = 12;

    /** Shares of a width. */
    private record Layout(int name, List<StepColumn> columns, int settings, boolean placed, boolean verified) {
        static Layout of(int room, Scene scene, List<Totals> steps, Symbols symbols) {
            int name = LEAST_NAME;
            int wanted = LEAST_SETTINGS;
            for (Totals step : steps) {
                name = Math.max(name, step.status().workload().toString().length() + SIGNS);
                wanted = Math.max(wanted, Summary.brief(scene, step, symbols).length() + 1);
            }
            name = Math.min(name, MOST_NAME);
            int left = room - name - LEAST_SETTINGS - 1;
            List<StepColumn> columns = StepColumn.fitting(left + LEAST_SETTINGS - Math.min(wanted, USUAL_SETTINGS));
            if (columns.size() < ESSENTIAL) columns = StepColumn.fitting(left);
            left -= StepColumn.width(columns);
            // The settings are what steps differ by, and rather read whole.
            int more = Math.min(wanted, USUAL_SETTINGS) - LEAST_SETTINGS;
            boolean verified = left >= VERIFIED + more && columns.size() == StepColumn.values().length;
            if (verified) left -= VERIFIED;
            boolean placed = verified && left >= PLACED + Math.max(LEAST_SETTINGS / 2, more);
            if (placed) left -= PLACED;
            return new Layout(
                    name, columns, Math.clamp(LEAST_SETTINGS + (long) left, 0, MOST_SETTINGS), placed, verified);
        }

        /** Where the numbers begin. */
        int start() {
            return name + settings + (placed ? PLACED : 0);
        }
    }

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public String note(State state) {
        return "newest first, * the best of its task";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Scene scene = state.shown();
        List<Totals> steps = new ArrayList<>(scene.totals());
        Collections.reverse(steps);
        Layout layout = Layout.of(canvas.columns(), scene, steps, canvas.symbols());
        heads(layout, canvas);
        if (steps.isEmpty()) {
            canvas.fit(0, 1, canvas.columns(), "nothing has run for some seconds yet", Ink.FAINT);
            return;
        }
        int compared = canvas.rows() >= WITH_COMPARISON && steps.size() > 1 ? COMPARED : 0;
        int room = Math.max(0, canvas.rows() - 1 - compared);
        int selected = Math.min(state.choice().step(), steps.size() - 1);
        int first = Scroll.first(selected, room, steps.size());
        for (int i = first; i < Math.min(steps.size(), first + room); i++)
            step(scene, steps, i, i == selected, layout, canvas.clip(new Rect(0, 1 + i - first, canvas.columns(), 1)));
        if (first > 0) canvas.put(layout.name() - 2, 1, canvas.symbols().mark(Mark.UP), Ink.NOTICE);
        if (first + room < steps.size())
            canvas.put(layout.name() - 2, room, canvas.symbols().mark(Mark.DOWN), Ink.NOTICE);
        int below = 1 + Math.min(room, steps.size());
        if (compared > 0)
            compare(scene, steps, selected, layout, canvas.clip(new Rect(0, below, canvas.columns(), compared)));
    }

    private static void heads(Layout layout, Canvas canvas) {
        canvas.text(1, 0, "workload", Ink.FAINT);
        canvas.fit(layout.name(), 0, layout.settings(), "load, settings", Ink.FAINT);
        if (layout.placed()) canvas.text(layout.name() + layout.settings() + 1, 0, "placed", Ink.FAINT);
        int end = layout.start();
        for (StepColumn column : layout.columns()) {
            end += column.width;
            canvas.right(end, 0, column.title.replace("\u00B5", canvas.symbols().micro()), Ink.FAINT);
        }
        if (layout.verified()) canvas.right(end + VERIFIED, 0, "verified", Ink.FAINT);
    }

    private static void step(Scene scene, List<Totals> steps, int index, boolean selected, Layout layout, Canvas line) {
        Totals step = steps.get(index);
        Ink ink = step.status().phase().live() ? Ink.STRONG : Ink.PLAIN;
        if (selected) line.tag(0, 0, String.valueOf(line.symbols().mark(Mark.SELECTED)), Ink.KEY);
        String name = RunWords.name(
                step.status().workload(), layout.name() - SIGNS, line.symbols().ellipsis());
        int column = line.text(1, 0, name, step.good() ? ink : Ink.BAD);
        if (!step.good()) line.put(column, 0, line.symbols().mark(Mark.UNVERIFIED), Ink.BAD);
        if (changed(steps, index)) line.put(layout.name() - 1, 0, line.symbols().mark(Mark.CHANGED_THERE), Ink.NOTICE);
        line.fit(layout.name(), 0, layout.settings(), Summary.brief(scene, step, line.symbols()), Ink.FAINT);
        if (layout.placed())
            line.fit(layout.name() + layout.settings() + 1, 0, PLACED - 1, step.placement(), Ink.FAINT);
        int end = numbers(step, Optional.of(steps), ink, layout, line, 0);
        if (layout.verified()) line.right(end + VERIFIED, 0, Summary.verified(step), step.good() ? Ink.FAINT : Ink.BAD);
        if (selected) line.embolden(0);
    }

    /** @param among those of which the best are marked; empty: none are */
    private static int numbers(
            Totals step, Optional<List<Totals>> among, Ink ink, Layout layout, Canvas canvas, int row) {
        int end = layout.start();
        for (StepColumn column : layout.columns()) {
            end += column.width;
            boolean best = among.isPresent() && column.isBest(step, among.get());
            Paint.number(canvas, end, row, step.readings().of(column.metric), column.format(), best ? Ink.GOOD : ink);
            if (best) canvas.put(end, row, canvas.symbols().mark(Mark.BEST), Ink.GOOD);
        }
        return end;
    }

    /** True if its run had other settings before. */
    private static boolean changed(List<Totals> steps, int index) {
        return before(steps, index) >= 0;
    }

    /** The step before it of the same run; below 0 if there is none. */
    private static int before(List<Totals> steps, int index) {
        int run = steps.get(index).status().id().number();
        for (int i = index + 1; i < steps.size(); i++)
            if (steps.get(i).status().id().number() == run) return i;
        return -1;
    }

    /** The selected one and the one before it, in the columns of the table, and by how many times they differ. */
    private static void compare(Scene scene, List<Totals> steps, int selected, Layout layout, Canvas canvas) {
        int before = before(steps, selected);
        Totals after = steps.get(selected);
        String name = after.status().workload().toString();
        String mark = String.valueOf(canvas.symbols().mark(Mark.CHANGED_THERE)) + " ";
        if (before < 0) {
            canvas.fit(0, 1, canvas.columns(), mark + name + " had no other settings before", Ink.FAINT);
            return;
        }
        Totals first = steps.get(before);
        String words = mark + name + ": " + Summary.settings(scene, first, canvas.symbols()) + " "
                + canvas.symbols().mark(Mark.RIGHT) + " " + Summary.settings(scene, after, canvas.symbols());
        canvas.text(0, 1, Text.fit(words, canvas.columns(), canvas.symbols().ellipsis()), Ink.STRONG);
        canvas.text(2, 2, "before", Ink.FAINT);
        numbers(first, Optional.empty(), Ink.PLAIN, layout, canvas, 2);
        canvas.text(2, 3, "after", Ink.FAINT);
        numbers(after, Optional.empty(), Ink.STRONG, layout, canvas, 3);
        canvas.text(2, 4, "times", Ink.FAINT);
        int end = layout.start();
        for (StepColumn column : layout.columns()) {
            end += column.width;
            double times = column.of(after) / column.of(first);
            if (Double.isFinite(times)) canvas.right(end, 4, times(times), Ink.PLAIN);
        }
    }

    private static String times(double times) {
        return Numbers.fixed(times, times < 9.95 ? 2 : 0) + "x";
    }
}
